import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperatorError } from '../../cli/operator-error.ts';
import { joinParts, type PartFile } from '../../cli/parts/join-parts.ts';
import type { Part } from '../../cli/parts/part.ts';
import { shardOf } from '../../cli/parts/shard.ts';

type Numbers = Part<'numbers', readonly number[]>;

const partOf = (index: number, of: number): PartFile<Numbers> => ({
  file: `part-${index}.json`,
  part: {
    version: 1,
    kind: 'numbers',
    origin: {
      program: '1.0.0',
      commit: 'c'.repeat(40),
      books: { house: 'b'.repeat(64) },
      options: { runs: 10 },
    },
    shard: { index, of },
    command: 'drillbook count --runs 10',
    result: [index],
  },
});
const all = (of: number) => Array.from({ length: of }, (_, place) => partOf(place + 1, of));
const flat = (results: readonly (readonly number[])[]) => results.flat();

/** What the operator is told, and what to do. */
function refusal(parts: readonly PartFile<Numbers>[]): string {
  try {
    joinParts(parts, flat);
  } catch (error) {
    if (error instanceof OperatorError) return `${error.message} | ${error.hint}`;
    throw error;
  }
  return 'joined';
}

test('parts in any order become the same whole, their results in the order of their numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }).chain((of) => fc.shuffledSubarray(all(of), { minLength: of })),
      (parts) => {
        const whole = joinParts(parts, flat);
        expect(whole.result).toEqual(parts.map((_, place) => place + 1));
        expect(whole.shard).toEqual({ index: 1, of: 1 });
      },
    ),
  );
});

test('with any of them missing they are refused, and the command makes exactly the first that is missing', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 12 })
        .chain((of) => fc.shuffledSubarray(all(of), { minLength: 1, maxLength: of - 1 })),
      (parts) => {
        const there = parts.map(({ part }) => part.shard.index);
        const { of } = (parts[0] as PartFile<Numbers>).part.shard;
        const first = Array.from({ length: of }, (_, place) => place + 1).find(
          (index) => !there.includes(index),
        );
        expect(refusal(parts)).toContain('missing');
        expect(refusal(parts)).toContain(
          `drillbook count --runs 10 --shard ${first}/${of} --out part-${first}.json`,
        );
      },
    ),
  );
});

test('a part that is there twice is refused by both names', () => {
  const again = { ...partOf(1, 2), file: 'again.json' };
  expect(refusal([...all(2), again])).toContain('part-1.json and again.json are both part 1 of 2');
});

const otherwise = (change: Partial<Numbers>): PartFile<Numbers> => {
  const second = partOf(2, 2);
  return { ...second, part: { ...second.part, ...change } };
};
const { origin } = partOf(1, 2).part;

test.each([
  [
    'release',
    { origin: { ...origin, program: '2.0.0' } },
    /drillbook 1\.0\.0 made the one, 2\.0\.0 the other/,
  ],
  ['commit', { origin: { ...origin, commit: null } }, /of commit cccccccccccc, the other of no commit/],
  ['book', { origin: { ...origin, books: { house: 'd'.repeat(64) } } }, /the book house was not the same/],
  ['set of books', { origin: { ...origin, books: {} } }, /the book house was not the same/],
  ['option', { origin: { ...origin, options: { runs: 11 } } }, /runs is 10 in the one, 11 in the other/],
  ['number of parts', { shard: { index: 2, of: 3 } }, /the one is of 2 parts, the other of 3/],
  ['kind', { kind: 'letters' as 'numbers' }, /the one holds numbers, the other letters/],
] as const)('parts that differ in their %s do not belong together', (_, change, said) => {
  expect(refusal([partOf(1, 2), otherwise(change as Partial<Numbers>)])).toMatch(said);
});

test('a shard is a part of so many, or the number that an Indexed Job counts from 0', () => {
  expect(shardOf(undefined, {})).toEqual({ index: 1, of: 1 });
  expect(shardOf('3/8', {})).toEqual({ index: 3, of: 8 });
  expect(shardOf('job/8', { JOB_COMPLETION_INDEX: '7' })).toEqual({ index: 8, of: 8 });
});

test.each(['0/4', '5/4', '1', '1/0', 'x/4', '-1/4', '1/4/2', '1.5/4', '1/9999999', 'job/4'])(
  '--shard %s is refused',
  (text) => {
    expect(() => shardOf(text, {})).toThrow(OperatorError);
    expect(() => shardOf('job/4', { JOB_COMPLETION_INDEX: '4' })).toThrow(OperatorError);
    expect(() => shardOf('job/4', { JOB_COMPLETION_INDEX: 'many' })).toThrow(OperatorError);
  },
);
