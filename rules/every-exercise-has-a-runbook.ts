import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';

export const everyExerciseHasARunbook: Rule = {
  id: 'every-exercise-has-a-runbook',
  summary: 'An exercise rehearses a procedure that is written.',
  why: `
    An exercise without a procedure rehearses improvising. What it teaches is lost, and the team believes that the case is
    covered.
    Write the procedure before the exercise, or make writing it the objective.
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
  flood: {title: A flood, quarter: 2026-Q4, scenarios: [leak-by-night], participants: [{title: Lead, is: lead}], objective: Keep calm., source: {section: "3"}}
`,
  ],
  check(book, report) {
    for (const { title, quarter, runbooks, at } of book.exercises.values())
      if (!runbooks)
        report(
          under(at, 'title'),
          `the exercise "${title}" of ${quarter} has no runbook: nothing is written that it could follow`,
          'write the procedure, or say which ones it strings together',
        );
  },
};
