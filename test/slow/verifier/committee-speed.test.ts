import { expect, test } from 'vitest';
import cold from '../../../bench/committee-cold.bench.ts';
import incremental from '../../../bench/committee-incremental.bench.ts';
import warm from '../../../bench/committee-warm.bench.ts';
import { interleave } from '../../../bench/harness.ts';

test.for([
  { bench: cold, most: 12 },
  { bench: warm, most: 24 },
  { bench: incremental, most: 22 },
])('$bench.name: at most $most times as long as blst in the same process', async ({ bench, most }) => {
  const { ratio } = await interleave(bench);
  expect(ratio.median).toBeLessThanOrEqual(most);
});
