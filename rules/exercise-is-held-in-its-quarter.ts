import { plannedExercises } from '../model/exercise-schedule.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';

export const exerciseIsHeldInItsQuarter: Rule = {
  id: 'exercise-is-held-in-its-quarter',
  summary: 'An exercise whose quarter is over says when it was held.',
  why: `
    A schedule that nobody ticks off looks the same whether the team trains or not. Auditors ask for the record, and the
    first incident asks for the training.
    Write \`held\` with the date, or move the exercise to a quarter that is still to come.
  `,
  good: [
    `
kind: exercises
exercises:
  spring: {title: A drip, quarter: 2026-Q1, held: "2026-03-10", runbooks: [drip], scenarios: [leak-by-night], participants: [{title: Lead, is: lead}], objective: Keep calm., source: {section: "3"}}
`,
  ],
  bad: [
    `
kind: exercises
exercises:
  spring: {title: A drip, quarter: 2026-Q1, runbooks: [drip], scenarios: [leak-by-night], participants: [{title: Lead, is: lead}], objective: Keep calm., source: {section: "3"}}
`,
  ],
  check(book, report, { today }) {
    for (const { exercise, state } of plannedExercises(book, today)) {
      const { title, quarter, at } = exercise;
      if (state === 'overdue')
        report(
          under(at, 'quarter'),
          `the exercise "${title}" was due in ${quarter}, and no record says that it was held`,
          'write `held` with its date, or schedule it again',
        );
    }
  },
};
