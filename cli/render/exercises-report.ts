import { type ExercisesReport, isToBeHeld, type ReportedExercise } from '../exercises-report.ts';
import type { Paint } from '../paint.ts';
import { inOneLine } from '../printable.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { listed, plural, wrap } from './words.ts';

/** A line for each exercise; of what is to be held also who meets, what for, and how to prepare. */
export function renderExercises(report: ExercisesReport, { paint, width }: Surroundings): string {
  const { day, quarter, exercises } = report;
  return [
    `${paint.bold(quarter)} ${paint.dim(`as of ${day}`)}`,
    '',
    ...exercises.flatMap((exercise) => [line(exercise, paint), ...details(exercise, width, paint)]),
    ...(exercises.length === 0 ? [] : ['']),
    exercisesVerdict(report, paint),
  ].join('\n');
}

const MARKS = { held: '✓', overdue: '✗', due: '→', later: ' ' } as const;

function line(exercise: ReportedExercise, paint: Paint): string {
  const { state, quarter, title } = exercise;
  const colour = { held: paint.good, overdue: paint.bad, due: paint.mark, later: paint.dim }[state];
  return `  ${colour(`${MARKS[state]} ${quarter}`)}  ${paint.bold(inOneLine(title))}  ${paint.dim(when(exercise))}`;
}

/** What its state means for the calendar. */
export function when({ book, state, held, until }: ReportedExercise): string {
  const words = {
    held: `held on ${held}`,
    overdue: `overdue since ${until}, and no record says that it was held`,
    due: `due by ${until}`,
    later: 'later',
  };
  return `${book}, ${words[state]}`;
}

function details(exercise: ReportedExercise, width: number, paint: Paint): string[] {
  if (!isToBeHeld(exercise)) return [];
  const { objective, participants, runbooks, scenarios } = exercise;
  const rows: readonly (readonly [string, string])[] = [
    ['what for', objective],
    ['who', listed(participants)],
    ['runbooks', runbooks.length === 0 ? 'none has been written' : runbooks.join(', ')],
    [
      'play',
      scenarios.length === 0 ? 'no scenario has been written' : `drillbook replay ${scenarios.join(' ')}`,
    ],
  ];
  return rows.map(
    ([label, text]) => `             ${paint.dim(label.padEnd(8))}  ${wrap(inOneLine(text), width, 23)}`,
  );
}

/** One line: what is to be done. */
export function exercisesVerdict({ quarter, scheduled, exercises }: ExercisesReport, paint: Paint): string {
  const count = (state: ReportedExercise['state']) =>
    exercises.filter((exercise) => exercise.state === state).length;
  const [due, overdue] = [count('due'), count('overdue')];
  if (scheduled === 0) return paint.bad('✗ no book here schedules an exercise');
  if (due + overdue === 0)
    return paint.good(`✓ nothing is due in ${quarter}; ${plural(scheduled, 'exercise')} scheduled`);
  const late = overdue === 0 ? '' : `, ${paint.bad(`${overdue} overdue`)}`;
  return `${plural(due, 'exercise')} due in ${quarter}${late}`;
}
