import type { Book, Entity } from '../model/book.ts';
import type { ScheduledExercise } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { rolesOf } from './authority/approvals.ts';
import { membersOf } from './people/actors.ts';
import { type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { counted, listed, quoted } from './words/sentence.ts';

export const exerciseHasEverybodyItNeeds: Rule = {
  id: 'exercise-has-everybody-it-needs',
  summary: 'Whoever acts or approves in a procedure takes part in the exercises of it.',
  why: `
    The step that an exercise cannot play is the one that nobody has ever done: the freeze that needs a lawyer who was not
    invited, the upgrade that needs five signers who were never in the room. The team believes that the case is covered.
    Invite them, or play the part of the procedure that needs them another time, and say so.
  `,
  good: [
    `
kind: roles
people: {cora: {title: Plumber}}
roles: {plumber: {title: Plumber, held_by: cora, source: {section: "1"}}}
contacts: {plumber: {primary: cora, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: close-valve, text: Close it., by: lead, pages: [plumber], produces: [valve-closed]}, {id: mend, text: Mend it., by: plumber}]}
---
kind: exercises
exercises: {leak-by-night: {runbooks: [leak, drip], participants: [{title: Lead, is: lead}, {title: Plumber, is: plumber}]}}
`,
  ],
  bad: [
    `
kind: roles
people: {cora: {title: Plumber}}
roles: {plumber: {title: Plumber, held_by: cora, source: {section: "1"}}}
contacts: {plumber: {primary: cora, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: close-valve, text: Close it., by: lead, pages: [plumber], produces: [valve-closed]}, {id: mend, text: Mend it., by: plumber}]}
---
kind: exercises
exercises: {leak-by-night: {runbooks: [leak, drip]}}
`,
  ],
  check(book, report) {
    for (const exercise of book.exercises.values()) {
      const steps = stepsOf(book, exercise);
      const missing = neededBy(book, steps).filter((id) => !takesPart(book, exercise, id));
      if (missing.length > 0)
        report(
          under(exercise.at, 'participants'),
          `"${exercise.title}" of ${exercise.quarter} is played without ${listed(missing.map((id) => part(book, steps, id)))}`,
          'invite them, or say which part of the procedure is not played',
        );
    }
  },
};

const stepsOf = (book: Book, { runbooks = [] }: ScheduledExercise): PlacedStep[] =>
  runbooks.flatMap((id) => {
    const runbook = book.runbooks.get(id);
    return runbook ? [...placedSteps(runbook)] : [];
  });

/** Roles that take a step, and roles and groups whose approval a step needs. */
const neededBy = (book: Book, steps: readonly PlacedStep[]): string[] => [
  ...new Set(steps.flatMap(({ step }) => [step.by, ...approversOf(book, step.authority)])),
];

const approversOf = (book: Book, authority: string | undefined): string[] =>
  (book.authorities.get(authority ?? '')?.approvals ?? []).flatMap((approval) => [
    ...rolesOf(approval),
    ...(approval.group === undefined ? [] : [approval.group]),
  ]);

/** "Full team" leaves nobody out; other people whom nobody knows may hold any role and no seat of a group. */
const EVERYBODY = /\b(full|whole|entire|all|everybody|everyone)\b/i;

function takesPart(book: Book, { participants }: Entity<ScheduledExercise>, id: string): boolean {
  const strangers = participants.filter(({ is }) => is === undefined);
  if (strangers.some(({ title }) => EVERYBODY.test(title))) return true;
  if (strangers.length > 0 && book.roles.has(id)) return true;
  const named = membersOf(
    book,
    participants.flatMap(({ is }) => is ?? []),
  );
  const people = new Set(named.map((one) => book.roles.get(one)?.held_by ?? one));
  return named.includes(id) || people.has(book.roles.get(id)?.held_by ?? id);
}

function part(book: Book, steps: readonly PlacedStep[], id: string): string {
  const own = steps.filter(({ step }) => step.by === id).length;
  const authorities = new Set(
    steps.flatMap(({ step }) =>
      approversOf(book, step.authority).includes(id) ? (step.authority as string) : [],
    ),
  );
  const does = [
    ...(own > 0 ? [`has ${counted(own, 'step')} of ${steps.length}`] : []),
    ...(authorities.size > 0 ? [`approves ${quoted(authorities)}`] : []),
  ];
  return `\`${id}\` (${does.join(' and ')})`;
}
