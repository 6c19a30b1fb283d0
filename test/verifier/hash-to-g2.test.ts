import { bls12_381 } from '@noble/curves/bls12-381.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROOF_OF_POSSESSION } from '../../scripts/vectors/keys.ts';
import * as fp2 from '../../verifier/fp2.ts';
import { hashToG2 } from '../../verifier/hash-to-g2.ts';

const { Fp, Fp2 } = bls12_381.fields;
const part = fc.bigInt({ min: 0n, max: Fp.ORDER - 1n });
const element = fc.record({ c0: fc.oneof(part, fc.constant(0n)), c1: fc.oneof(part, fc.constant(0n)) });

test('every message hashes to the point that the library hashes it to, under the proof-of-possession tag', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (message) => {
      expect(hashToG2(message)).toEqual(
        bls12_381.longSignatures.hash(message, PROOF_OF_POSSESSION).toAffine(),
      );
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('a square has a root whose square it is; a non-square has none', () => {
  fc.assert(
    fc.property(element, (a) => {
      const root = fp2.sqrt(a);
      const square = fp2.sqrt(fp2.square(a));
      expect(square !== undefined && fp2.equal(fp2.square(square), fp2.square(a))).toBe(true);
      if (root !== undefined) expect(fp2.square(root)).toEqual(a);
      else expect(Fp2.eql(Fp2.pow(a, (Fp2.ORDER - 1n) / 2n), Fp2.ONE)).toBe(false);
    }),
    { numRuns: 150, seed: 2 },
  );
});

test('arithmetic in Fp2 is that of the library', () => {
  fc.assert(
    fc.property(element, element, (a, b) => {
      expect(fp2.mul(a, b)).toEqual(Fp2.mul(a, b));
      expect(fp2.square(a)).toEqual(Fp2.sqr(a));
      expect(fp2.add(a, b)).toEqual(Fp2.add(a, b));
      expect(fp2.sub(a, b)).toEqual(Fp2.sub(a, b));
      expect(fp2.neg(a)).toEqual(Fp2.neg(a));
      if (!fp2.isZero(a)) expect(fp2.mul(fp2.invert(a), a)).toEqual(fp2.ONE);
    }),
    { numRuns: 200, seed: 3 },
  );
});
