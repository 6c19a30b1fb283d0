import type { Book, Entity } from '../model/book.ts';
import type { ScheduledExercise } from '../model/generated/types.ts';
import { incidentsOf } from '../model/scenario-incidents.ts';
import type { Rule } from './rule.ts';
import { counted, listed } from './words/sentence.ts';

export const everyExerciseHasAScenario: Rule = {
  id: 'every-exercise-has-a-scenario',
  summary: 'A scheduled exercise has its scenario written down.',
  why: `
    A title and a quarter are a plan to have a plan. Only a scenario says what happens when, what is expected of whom, and
    lets the drill be replayed after the procedure has changed.
    Write the scenario, name it in the exercise, and replay it before people meet.
  `,
  good: [
    `
kind: exercises
exercises: {leak-by-night: {covers: The whole house}}
`,
  ],
  bad: [
    `
kind: exercises
exercises:
  drip: {title: A drip, quarter: 2026-Q4, runbooks: [drip], participants: [{title: Lead, is: lead}], objective: Keep calm., source: {section: "3"}}
`,
  ],
  check(book, report) {
    const bare = [...book.exercises.values()].filter((exercise) => !hasScenario(book, exercise));
    const [first] = bare;
    if (first)
      report(
        { file: first.at.file, path: ['exercises'] },
        `${bare.length} of ${counted(book.exercises.size, 'exercise')} ${bare.length === 1 ? 'has' : 'have'} no scenario: ${listed(bare.map(({ title, quarter }) => `${quarter} "${title}"`))}`,
        'write the next one first',
        bare.map(({ id }) => id).join(' '),
      );
  },
};

/** The exercise names a scenario, or one of its quarter plays one of its runbooks. */
const hasScenario = (book: Book, { scenarios, quarter, runbooks = [] }: Entity<ScheduledExercise>): boolean =>
  scenarios !== undefined ||
  [...book.scenarios.values()].some(
    (each) => each.quarter === quarter && incidentsOf(each).some(({ runbook }) => runbooks.includes(runbook)),
  );
