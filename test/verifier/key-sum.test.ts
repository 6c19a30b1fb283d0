import { bls12_381 } from '@noble/curves/bls12-381.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CurvePoint } from '../../verifier/g1-key.ts';
import { type KeySum, sumKeys } from '../../verifier/key-sum.ts';

const { Point } = bls12_381.G1;
const { Fp } = bls12_381.fields;

/** Few points and their opposites, so that equal and opposite ones meet, at first and as sums of a later round. */
const KEYS = [1n, 2n, 3n, 4n].flatMap((factor) => {
  const { x, y } = Point.BASE.multiply(factor).toAffine();
  return [
    { x, y },
    { x, y: Fp.neg(y) },
  ];
});
const key = fc.constantFrom(...KEYS);

const oneByOne = (keys: readonly CurvePoint[]) =>
  keys.reduce<KeySum>((sum, one) => sum.add(Point.fromAffine(one)), Point.ZERO);

test('keys add up in pairs to what the library makes of them one by one, equal and opposite ones among them', () => {
  let cancelled = 0;
  fc.assert(
    fc.property(fc.array(key, { maxLength: 20 }), (keys) => {
      const expected = oneByOne(keys);
      if (keys.length > 0 && expected.is0()) cancelled++;
      expect(sumKeys(keys).equals(expected)).toBe(true);
    }),
    { numRuns: 100, seed: 5, examples: [[[]]] },
  );
  expect(cancelled).toBeGreaterThan(0);
});
