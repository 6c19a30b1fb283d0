import type { Book, Entity } from './book.ts';
import type { IsoDate, ScheduledExercise } from './generated/types.ts';

/** held; overdue: its quarter passed without it; due: this is its quarter; later. */
export type ExerciseState = 'held' | 'overdue' | 'due' | 'later';

export interface PlannedExercise {
  readonly exercise: Entity<ScheduledExercise>;
  readonly state: ExerciseState;
  /** The last day of its quarter. */
  readonly until: IsoDate;
}

/** The exercises of a book as they stand on a day, the oldest quarter first. */
export const plannedExercises = (book: Book, today: IsoDate): PlannedExercise[] =>
  [...book.exercises.values()]
    .map((exercise) => ({
      exercise,
      state: stateOf(exercise, today),
      until: lastDayOf(exercise.quarter),
    }))
    .sort((one, other) => compare(one.exercise.quarter, other.exercise.quarter));

function stateOf({ quarter, held }: ScheduledExercise, today: IsoDate): ExerciseState {
  if (held !== undefined && held <= today) return 'held';
  const now = quarterOf(today);
  if (quarter === now) return 'due';
  return quarter < now ? 'overdue' : 'later';
}

/** `2026-Q2`, which sorts as it passes. */
export const quarterOf = (date: IsoDate): string =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

export const lastDayOf = (quarter: string): IsoDate =>
  `${quarter.slice(0, 4)}-${LAST_DAYS[Number(quarter.slice(-1)) - 1]}`;

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
