import { expect, test } from 'vitest';
import { interleave, spread } from '../../bench/harness.ts';

const busy = (ms: number, name = 'busy') => ({
  name,
  run: () => {
    const end = performance.now() + ms;
    while (performance.now() < end);
    return 1;
  },
});

test('a subject that needs a third of the time is three times as fast, and costs a third', async () => {
  const sides = { baseline: busy(3), subject: busy(1), rounds: 5 };
  const speed = (await interleave({ ...sides, reads: 'speed' })).ratio.median;
  const cost = (await interleave({ ...sides, reads: 'cost' })).ratio.median;
  // Wide, because the machine that runs this may be busy: the point is that neither is upside down.
  expect(speed).toBeGreaterThan(1.5);
  expect(cost).toBeLessThan(0.67);
});

test('rounds alternate who goes first, and the warm-up round does not count', async () => {
  const turns: string[] = [];
  const contender = (name: string) => ({ name, run: () => turns.push(name) });
  await interleave({ baseline: contender('b'), subject: contender('s'), rounds: 3, reads: 'speed' });
  expect(turns.join('')).toBe('bssbbssb');
});

test('times are per operation, so a round may do as many as it likes', async () => {
  const thrice = { name: 'thrice', run: () => busy(3).run() * 3 };
  const { ratio } = await interleave({ baseline: busy(1), subject: thrice, rounds: 5, reads: 'cost' });
  expect(ratio.median).toBeLessThan(2);
});

test('a round that did nothing is refused: it would look infinitely fast', async () => {
  const idle = { name: 'idle', run: () => 0 };
  await expect(interleave({ baseline: busy(1), subject: idle, rounds: 1, reads: 'speed' })).rejects.toThrow(
    'idle: a round without operations',
  );
});

test('the median of an even number of values lies between the middle two', () => {
  expect(spread([9, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 9 });
});
