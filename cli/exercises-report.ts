import type { Book } from '../model/book.ts';
import { type ExerciseState, plannedExercises, quarterOf } from '../model/exercise-schedule.ts';
import type { ExitName } from './exit-codes.ts';

/** What `exercises --json` prints, see schemas/reports/. A field that changes its meaning or goes away raises the version. */
export interface ExercisesReport {
  readonly version: 1;
  /** The day on which the schedule is read, and its quarter. */
  readonly day: string;
  readonly quarter: string;
  /** How many exercises the books schedule, shown here or not. */
  readonly scheduled: number;
  readonly exercises: readonly ReportedExercise[];
}

export interface ReportedExercise {
  readonly book: string;
  readonly id: string;
  readonly title: string;
  readonly quarter: string;
  readonly state: ExerciseState;
  /** The last day of its quarter. */
  readonly until: string;
  /** The day on which it was held. */
  readonly held?: string;
  readonly participants: readonly string[];
  readonly objective: string;
  readonly runbooks: readonly string[];
  readonly scenarios: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The tabletop schedules of the books on a day; `onlyDue`: what is to be held now, and what was not held in time. */
export function exercisesReport(books: readonly Book[], day: string, onlyDue: boolean): ExercisesReport {
  const all = books.flatMap((book) => reportedExercises(book, day));
  return {
    version: 1,
    day,
    quarter: quarterOf(day),
    scheduled: all.length,
    exercises: onlyDue ? all.filter(isToBeHeld) : all,
  };
}

const reportedExercises = (book: Book, day: string): ReportedExercise[] =>
  plannedExercises(book, day).map(({ exercise, state, until }) => ({
    book: book.id,
    id: exercise.id,
    title: exercise.title,
    quarter: exercise.quarter,
    state,
    until,
    ...(exercise.held === undefined ? {} : { held: exercise.held }),
    participants: exercise.participants.map(({ title }) => title),
    objective: exercise.objective,
    runbooks: exercise.runbooks ?? [],
    scenarios: exercise.scenarios ?? [],
    ...book.position(exercise.at),
  }));

export const isToBeHeld = ({ state }: ReportedExercise): boolean => state === 'due' || state === 'overdue';

/** What was not held in its quarter is a finding; a schedule without a single exercise says nothing. */
export function exercisesExit({ scheduled, exercises }: ExercisesReport): ExitName {
  if (exercises.some(({ state }) => state === 'overdue')) return 'findings';
  return scheduled === 0 ? 'nothingMeasured' : 'ok';
}
