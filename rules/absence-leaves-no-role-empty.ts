import type { Book } from '../model/book.ts';
import type { At } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import { actorsOf, everybody, membersOf } from './people/actors.ts';
import { allSteps } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { counted, few, listed, quoted } from './words/sentence.ts';

export const absenceLeavesNoRoleEmpty: Rule = {
  id: 'absence-leaves-no-role-empty',
  summary: 'Nobody is the only one who can act in a role that procedures rest on.',
  why: `
    People sleep, fly, fall ill and resign. Where one person's absence leaves a role empty, every step of that role
    stops, and every page to it goes nowhere, on a night that nobody chose.
    Name a backup on the contact sheet, even one who can do only half of it, or write what happens without the role.
  `,
  good: [
    `
kind: roles
people: {cara: {title: Plumber}}
roles: {plumber: {title: Plumber, held_by: cara, source: {section: "1"}}}
contacts: {plumber: {primary: cara, backup: ben, methods: [call], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: call-plumber, text: Call the plumber., by: lead, pages: [plumber]}
      - {id: mend-pipe, text: Mend the pipe., by: plumber}
`,
  ],
  bad: [
    `
kind: roles
people: {cara: {title: Plumber}}
roles: {plumber: {title: Plumber, held_by: cara, source: {section: "1"}}}
contacts: {plumber: {primary: cara, methods: [call], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: call-plumber, text: Call the plumber., by: lead, pages: [plumber]}
      - {id: mend-pipe, text: Mend the pipe., by: plumber}
`,
  ],
  check(book, report) {
    const people = everybody(book).size;
    for (const [person, roles] of groupsBy(loneRoles(book), ({ person }) => person)) {
      const names = roles.map(({ role }) => role);
      const all = people === 1;
      report(
        roles[0].at,
        all
          ? `${quoted(person)} holds every role of this book and has no backup: without this one person nobody does ${whatStops(book, names)}`
          : `only ${quoted(person)} can act as ${few(names)}: without this one person nobody does ${whatStops(book, names)}`,
        'name a backup on the contact sheet, or write what happens without the role',
        person,
      );
    }
  },
};

/** Roles that exactly one person can act in, and that something rests on. */
function loneRoles(book: Book): { person: string; role: string; at: At }[] {
  const used = new Set([...allSteps(book).map(({ step }) => step.by), ...pagedRoles(book)]);
  return [...book.roles.values()].flatMap(({ id, at }) => {
    const [person, second] = actorsOf(book, id);
    return person === undefined || second !== undefined || !used.has(id)
      ? []
      : { person, role: id, at: book.contacts.get(id)?.at ?? at };
  });
}

const pagedRoles = (book: Book): string[] =>
  [...book.policies.values()].flatMap(({ page }) => membersOf(book, page));

function whatStops(book: Book, roles: readonly string[]): string {
  const steps = allSteps(book).filter(({ step }) => roles.includes(step.by));
  const approvals = [...book.authorities.values()].filter(({ approvals }) =>
    approvals.some(({ role }) => role !== undefined && roles.includes(role)),
  );
  const levels = [...book.policies.values()].filter(({ page }) =>
    membersOf(book, page).every((member) => roles.includes(member)),
  );
  const parts = [
    [steps.length, 'step', 'steps'],
    [approvals.length, 'approval', 'approvals'],
    [levels.length, 'alert policy', 'alert policies'],
  ] as const;
  return listed(parts.flatMap(([number, one, many]) => (number === 0 ? [] : counted(number, one, many))));
}
