import { expect, test } from 'vitest';
import { interleave } from '../../bench/harness.ts';
import rules from '../../bench/rules.bench.ts';

test('on 2,000 runbooks all rules together take less time than parsing and validating them', async () => {
  const { ratio } = await interleave({ ...rules, rounds: 3 });
  expect(ratio.median).toBeLessThan(1);
});
