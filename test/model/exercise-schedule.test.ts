import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Book, Entity } from '../../model/book.ts';
import { lastDayOf, plannedExercises, quarterOf } from '../../model/exercise-schedule.ts';
import type { ScheduledExercise } from '../../model/generated/types.ts';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

const bookWith = (...exercises: Partial<ScheduledExercise>[]) =>
  ({
    exercises: new Map(exercises.map((each, index) => [String(index), each as Entity<ScheduledExercise>])),
  }) as Pick<Book, 'exercises'> as Book;
const states = (book: Book, today: string) => plannedExercises(book, today).map(({ state }) => state);

test.prop([day])('a day belongs to one quarter, whose last day is followed by the next quarter', (date) => {
  const quarter = quarterOf(date);
  const last = lastDayOf(quarter);
  expect(quarterOf(last)).toBe(quarter);
  expect(date <= last).toBe(true);
  expect(quarterOf(nextDay(last)) > quarter).toBe(true);
});

test.prop([day, day])(
  'an exercise is due in its whole quarter, later before it and overdue after it',
  (today, other) => {
    const quarter = quarterOf(other);
    const [state] = states(bookWith({ quarter }), today);
    const expected = today > lastDayOf(quarter) ? 'overdue' : quarterOf(today) === quarter ? 'due' : 'later';
    expect(state).toBe(expected);
  },
);

test.prop([day, day])('a record counts from its day on', (today, held) => {
  const [state] = states(bookWith({ quarter: quarterOf(held), held }), today);
  expect(state === 'held').toBe(held <= today);
});

test('the oldest quarter comes first', () => {
  const book = bookWith({ quarter: '2027-Q1' }, { quarter: '2026-Q3' }, { quarter: '2026-Q4' });
  const quarters = plannedExercises(book, '2026-11-28').map(({ exercise }) => exercise.quarter);
  expect(quarters).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
});
