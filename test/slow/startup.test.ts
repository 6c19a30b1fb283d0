import { expect, test } from 'vitest';
import { interleave } from '../../bench/harness.ts';
import startup from '../../bench/startup.bench.ts';

test('drillbook --help takes less than four times as long as an empty Node program', async () => {
  const { ratio } = await interleave(startup);
  expect(ratio.median).toBeLessThan(4);
});
