import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import { placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const approverIsNotTheCompromised: Rule = {
  id: 'approver-is-not-the-compromised',
  summary: 'No step of a procedure for stolen keys waits for the signatures of those very keys.',
  why: `
    When the keys of a group may be in a thief's hands, its signatures prove nothing: the thief can approve, and he can
    withhold what the group needs to approve. A procedure that heals the group by asking the group depends on the
    compromise being small.
    Say who decides when the group cannot be trusted, and how its seats are replaced then.
  `,
  good: [
    `
kind: groups
groups:
  owners: {title: Owners, of: 3, at_least: 2, source: {section: "1"}}
  guards: {title: Guards, of: 3, at_least: 2, source: {section: "1"}}
---
kind: keys
keys:
  owner-key: {title: Key of an owner, label: owner, group: owners, compromised: leak, source: {section: "1"}}
---
kind: authorities
authorities:
  lock: {title: Lock, action: lock, approvals: [{group: guards, at_least: 2}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: lock-doors, text: Lock the doors., by: lead, authority: lock}]}
`,
  ],
  bad: [
    `
kind: groups
groups: {owners: {title: Owners, of: 3, at_least: 2, source: {section: "1"}}}
---
kind: keys
keys:
  owner-key: {title: Key of an owner, label: owner, group: owners, compromised: leak, source: {section: "1"}}
---
kind: authorities
authorities:
  lock: {title: Lock, action: lock, approvals: [{group: owners, at_least: 2}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: lock-doors, text: Lock the doors., by: lead, authority: lock}]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values()) {
      const suspects = suspectGroups(book, runbook);
      const asked = suspects.size === 0 ? [] : signedBySuspects(book, runbook, suspects);
      const [first] = asked;
      if (!first) continue;
      const steps = [...groupsBy(asked, ({ group }) => group)].map(
        ([group, hits]) => `${few(hits.map(({ step }) => step))} by ${quoted(group)}`,
      );
      report(
        first.at,
        `${quoted(runbook.id)} takes keys of ${quoted(groupsBy(asked, ({ group }) => group).keys())} for stolen and has them sign: ${steps.join('; ')}`,
        'say who decides when the group cannot be trusted',
        runbook.id,
      );
    }
  },
};

/** Groups whose keys this procedure, or one that opens it to replace them, takes for stolen. */
function suspectGroups(book: Book, { id }: Entity<RunbookDocument>): Set<string> {
  const keys = [...book.keys.values()].filter(
    ({ compromised, rotated_by }) =>
      compromised === id || (rotated_by === id && opens(book, compromised, id)),
  );
  return new Set(keys.flatMap(({ group }) => group ?? []));
}

function opens(book: Book, opener: string | undefined, other: string): boolean {
  const runbook = book.runbooks.get(opener ?? '');
  return (
    runbook !== undefined &&
    placedSteps(runbook).some(({ step }) => step.jump === other || step.opens?.includes(other))
  );
}

interface Asked {
  readonly step: string;
  readonly group: string;
  readonly at: At;
}

const signedBySuspects = (
  book: Book,
  runbook: Entity<RunbookDocument>,
  suspects: ReadonlySet<string>,
): Asked[] =>
  placedSteps(runbook).flatMap(({ step, at }) =>
    step.role_of_step === 'recover'
      ? []
      : (book.authorities.get(step.authority ?? '')?.approvals ?? [])
          .flatMap(({ group }) => (group !== undefined && suspects.has(group) ? group : []))
          .map((group) => ({ step: step.id, group, at: under(at, 'authority') })),
  );
