import { expect, test } from 'vitest';
import { makeStateTable } from '../../../simulator/explore/search/state-table.ts';

const WORDS = 4;
/** What it holds before it has grown: room for so many states. */
const FIRST = 1 << 12;

test('four words are held in at most 32 bytes a state once the table has grown, however many there are', () => {
  const table = makeStateTable(WORDS);
  const state = new Int32Array(WORDS);
  let most = 0;
  for (let number = 0; number < 100_000; number++) {
    state[number % WORDS] = number;
    table.insert(state, 0, number - 1);
    if (number >= FIRST) most = Math.max(most, table.bytes() / table.size);
  }
  expect(table.size).toBe(100_000);
  expect(most).toBeGreaterThan(4 * WORDS);
  expect(most).toBeLessThanOrEqual(32.01);
});

test('a state is found again under its number after the table has grown', () => {
  const table = makeStateTable(WORDS);
  const of = (number: number) => Int32Array.of(number % 7, number, number >> 3, 5);
  for (let number = 0; number < 20_000; number++) table.insert(of(number), 0, number - 1);
  for (let number = 0; number < 20_000; number += 97) expect(table.insert(of(number), 0, 0)).toBe(number);
  expect(table.size).toBe(20_000);
  expect(table.parents[19_999]).toBe(19_998);
});
