import { expect, test } from 'vitest';
import { interleave, spread } from '../../bench/harness.ts';

/** A clock that only the contenders move, so that no busy machine has a say. */
let clock = 0;
const now = () => clock;
const takes = (ms: number, operations = 1) => ({
  name: 'takes',
  run: () => {
    clock += ms;
    return operations;
  },
});

test('a subject that needs a third of the time is three times as fast, and costs a third', async () => {
  const sides = { baseline: takes(3), subject: takes(1), rounds: 5 };
  const speed = await interleave({ ...sides, reads: 'speed' }, now);
  const cost = await interleave({ ...sides, reads: 'cost' }, now);
  expect(speed.ratio.median).toBeCloseTo(3);
  expect(cost.ratio.median).toBeCloseTo(1 / 3);
  expect(cost.baselineMs).toEqual({ median: 3, min: 3, max: 3 });
});

test('rounds alternate who goes first, and the warm-up round does not count', async () => {
  const turns: string[] = [];
  const contender = (name: string) => ({ name, run: () => turns.push(name) });
  await interleave({ baseline: contender('b'), subject: contender('s'), rounds: 3, reads: 'speed' });
  expect(turns.join('')).toBe('bssbbssb');
});

test('times are per operation, so a round may do as many as it likes', async () => {
  const sides = { baseline: takes(3), subject: takes(9, 3), rounds: 5 };
  const { subjectMs, ratio } = await interleave({ ...sides, reads: 'cost' }, now);
  expect(subjectMs.median).toBe(3);
  expect(ratio.median).toBe(1);
});

test('a round that did nothing is refused: it would look infinitely fast', async () => {
  const idle = { name: 'idle', run: () => 0 };
  await expect(interleave({ baseline: takes(1), subject: idle, rounds: 1, reads: 'speed' })).rejects.toThrow(
    'idle: a round without operations',
  );
});

test('the median of an even number of values lies between the middle two', () => {
  expect(spread([9, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 9 });
});
