import type { Book } from '../model/book.ts';
import { under } from '../model/position.ts';
import { rolesOf } from './authority/approvals.ts';
import { membersOf } from './people/actors.ts';
import { type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const approverIsCalledBeforeHeIsNeeded: Rule = {
  id: 'approver-is-called-before-he-is-needed',
  summary: 'A procedure calls those whose approval a step needs before that step, not after it.',
  why: `
    Steps are followed in the order in which they stand. Where the page to the signers comes after the action that they sign,
    either the action waits for people whom nobody has called, or everybody knows that they are called anyway and the step is
    one that teaches to skip steps.
    Put the page first, or take it out if the alert has called them already.
  `,
  good: [
    `
kind: roles
roles: {owner: {title: Owner, held_by: ben, source: {section: "1"}}}
contacts: {owner: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: authorities
authorities: {break-wall: {title: Break the wall, action: break-wall, approvals: [{role: owner}], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: call-owner, text: Call the owner., by: lead, pages: [owner]}
      - {id: open-wall, text: Open the wall., by: lead, authority: break-wall, produces: [valve-closed]}
`,
  ],
  bad: [
    `
kind: roles
roles: {owner: {title: Owner, held_by: ben, source: {section: "1"}}}
contacts: {owner: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: authorities
authorities: {break-wall: {title: Break the wall, action: break-wall, approvals: [{role: owner}], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: open-wall, text: Open the wall., by: lead, authority: break-wall, produces: [valve-closed]}
      - {id: call-owner, text: Call the owner., by: lead, pages: [owner]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values()) {
      const steps = placedSteps(runbook);
      for (const [index, caller] of steps.entries()) {
        const called = membersOf(book, caller.step.pages ?? []);
        const earlier = steps.slice(0, index).filter((other) => comesFirst(other, caller));
        const known = new Set(
          membersOf(
            book,
            earlier.flatMap(({ step }) => step.pages ?? []),
          ),
        );
        const waiting = earlier.find(({ step }) => late(book, step.authority, called, known).length > 0);
        if (!waiting) continue;
        report(
          under(caller.at, 'pages'),
          `\`${caller.step.id}\` calls ${quoted(late(book, waiting.step.authority, called, known))} after \`${waiting.step.id}\`, which needs their approval`,
          'put the page first, or take it out if they have been called already',
        );
      }
    }
  },
};

/** Steps of one procedure follow each other unless their phase leaves the order open. */
const comesFirst = (one: PlacedStep, other: PlacedStep): boolean =>
  one.phaseIndex < other.phaseIndex ? other.phase.starts !== 'at-once' : one.phase.order === 'sequence';

/** Approvers of an authority who are called by this step and by none before. */
const late = (
  book: Book,
  authority: string | undefined,
  called: readonly string[],
  known: ReadonlySet<string>,
): string[] =>
  (book.authorities.get(authority ?? '')?.approvals ?? [])
    .flatMap((approval) => [...rolesOf(approval), ...(approval.group === undefined ? [] : [approval.group])])
    .filter((id) => called.includes(id) && !known.has(id));
