import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import type { Rule } from './rule.ts';
import { ownLevels } from './severity/levels-of.ts';
import { rolesPagedAt, rolesPagedBy } from './severity/paged-at.ts';
import { counted, listed, quoted } from './words/sentence.ts';

export const actingRoleIsPaged: Rule = {
  id: 'acting-role-is-paged',
  summary: 'Whoever works in a procedure is paged at every severity with which it may begin.',
  why: `
    Steps name who does them; routing names who is woken. Where the two disagree the procedure waits for somebody who
    sleeps, because nobody told him.
    Let the policy of that severity page the role, let an earlier step page it, or give the steps to somebody who is paged.
  `,
  good: [
    `
kind: roles
roles: {plumber: {title: Plumber, held_by: ben, source: {section: "1"}}}
contacts: {plumber: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: lead, pages: [plumber], produces: [valve-closed]}
      - {id: mend, text: Mend the pipe., by: plumber}
`,
  ],
  bad: [
    `
kind: roles
roles: {plumber: {title: Plumber, held_by: ben, source: {section: "1"}}}
contacts: {plumber: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed]}
      - {id: mend, text: Mend the pipe., by: plumber}
`,
  ],
  check(book, report) {
    for (const [key, gap] of gapsOf(book)) {
      const [first] = gap.runbooks;
      if (!first) continue;
      const where = gap.runbooks.map(({ runbook, steps, of }) => `${steps} of ${of} in \`${runbook.id}\``);
      const count = gap.runbooks.reduce((sum, { steps }) => sum + steps, 0);
      report(
        book.roles.get(gap.role)?.at ?? first.runbook.at,
        `at ${gap.level} nobody pages \`${gap.role}\`, who has ${counted(count, 'step')}: ${listed(where)}`,
        `let ${gap.level} page \`${gap.role}\`, or give the steps to ${quoted([...rolesPagedAt(book, gap.level)], 'or')}`,
        key,
      );
    }
  },
};

interface Gap {
  readonly level: string;
  readonly role: string;
  readonly runbooks: { runbook: Entity<RunbookDocument>; steps: number; of: number }[];
}

/** Roles that act and are not paged, one entry a role and severity. */
function gapsOf(book: Book): Map<string, Gap> {
  const gaps = new Map<string, Gap>();
  for (const runbook of book.runbooks.values()) {
    if (runbook.runs !== 'incident') continue;
    const steps = runbook.phases.flatMap((phase) => phase.steps);
    const called = rolesPagedBy(book, runbook);
    for (const level of ownLevels(runbook))
      for (const role of new Set(steps.map(({ by }) => by))) {
        if (called.has(role) || isHeard(book, role, level)) continue;
        const key = `${level} ${role}`;
        const gap = gaps.get(key) ?? { level, role, runbooks: [] };
        gap.runbooks.push({ runbook, steps: steps.filter(({ by }) => by === role).length, of: steps.length });
        gaps.set(key, gap);
      }
  }
  return gaps;
}

/** The role is paged, or it is given by somebody who is, or its holder is paged in another role. */
function isHeard(book: Book, id: string, level: string): boolean {
  const paged = rolesPagedAt(book, level);
  const role = book.roles.get(id);
  const people = [...paged].map((other) => book.roles.get(other)?.held_by);
  return (
    paged.has(id) ||
    (role?.designated !== undefined && paged.has(role.designated.by)) ||
    people.includes(role?.held_by)
  );
}
