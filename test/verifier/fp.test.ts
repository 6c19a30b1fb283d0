import { bls12_381 } from '@noble/curves/bls12-381.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combine, multiply, numberAt, put, type Slot, slot, square } from '../../verifier/fp/fp.ts';

const { Fp } = bls12_381.fields;
const P = Fp.ORDER;
/** Elements come from a product, at most 3/2 P; 21 of these stay below 32 P. */
const MOST = 21;

const EDGES = [
  0n,
  1n,
  2n,
  P - 1n,
  P - 2n,
  (P - 1n) / 2n,
  (1n << 380n) - 1n,
  1n << 364n,
  (1n << 364n) - 1n,
  0xfffffffn,
];
const number = fc.oneof(fc.bigInt({ min: 0n, max: P - 1n }), fc.constantFrom(...EDGES));
const factor = fc.oneof(fc.integer({ min: -MOST, max: MOST }), fc.constantFrom(-MOST, MOST));

/** A number and how many times it is taken before anything reduces it. */
const scaled = fc.record({ of: number, times: factor });
type Scaled = { readonly of: bigint; readonly times: number };

const out = slot();
const [one, other] = [slot(), slot()];

function elementOf({ of, times }: Scaled, at: Slot): bigint {
  put(at, of);
  combine(at, at, times, at, 0);
  return Fp.create(of * BigInt(times));
}

test('a number below 32 P that was put is the number that is read, less the multiples of P', () => {
  fc.assert(
    fc.property(fc.oneof(fc.bigInt({ min: 0n, max: 32n * P - 1n }), fc.constantFrom(...EDGES)), (value) => {
      put(out, value);
      expect(numberAt(out)).toBe(value % P);
    }),
    { numRuns: 300, seed: 1, examples: [[32n * P - 1n], [P]] },
  );
});

test('products and squares of elements up to 32 P, of either sign, are those of BigInt, whatever they overwrite', () => {
  fc.assert(
    fc.property(scaled, scaled, fc.constantFrom(out, one, other), (left, right, into) => {
      const [a, b] = [elementOf(left, one), elementOf(right, other)];
      multiply(into, one, other);
      expect(numberAt(into)).toBe(Fp.mul(a, b));
      const c = elementOf(left, one);
      square(into, one);
      expect(numberAt(into)).toBe(Fp.sqr(c));
    }),
    { numRuns: 2_000, seed: 2 },
  );
});

test('a product is small again, so that it can be taken 21 times anew: 200 times over', () => {
  fc.assert(
    fc.property(scaled, fc.array(factor, { minLength: 200, maxLength: 200 }), (start, factors) => {
      let expected = elementOf(start, one);
      for (const times of factors) {
        if (times % 2 === 0) square(one, one);
        else multiply(one, one, one);
        combine(one, one, times, one, 0);
        expected = Fp.create(expected * expected * BigInt(times));
      }
      expect(numberAt(one)).toBe(expected);
    }),
    { numRuns: 50, seed: 3 },
  );
});

test('a combination is the sum of both multiples, whatever it overwrites', () => {
  const half = fc.integer({ min: -10, max: 10 });
  fc.assert(
    fc.property(number, half, number, half, fc.constantFrom(out, one, other), (left, m, right, n, into) => {
      put(one, left);
      put(other, right);
      combine(into, one, m, other, n);
      expect(numberAt(into)).toBe(Fp.create(left * BigInt(m) + right * BigInt(n)));
    }),
    { numRuns: 500, seed: 4 },
  );
});

test('no element is put outside the memory', () => {
  expect(() => {
    for (let made = 0; made < 1_000; made++) slot();
  }).toThrow(RangeError);
});
