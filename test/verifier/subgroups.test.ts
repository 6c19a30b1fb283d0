import { bls12_381 } from '@noble/curves/bls12-381.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  curvePoint,
  smallOrderKey,
  smallOrderSignature,
  twistPoint,
} from '../../scripts/vectors/off-subgroup.ts';
import { isInG1 } from '../../verifier/g1-subgroup.ts';
import { clearCofactor, fromAffine, isInG2, toAffine } from '../../verifier/g2-curve.ts';

const { G1, G2 } = bls12_381;
const scalar = fc.bigInt({ min: 1n, max: bls12_381.fields.Fr.ORDER - 1n });

test('every multiple of the generators lies in its subgroup', () => {
  fc.assert(
    fc.property(scalar, (k) => {
      expect(isInG1(G1.Point.BASE.multiplyUnsafe(k).toAffine())).toBe(true);
      expect(isInG2(fromAffine(G2.Point.BASE.multiplyUnsafe(k).toAffine()))).toBe(true);
    }),
    { numRuns: 40, seed: 1 },
  );
});

test('on any point of the curves the answer is that of the library', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 1n << 380n }), (start) => {
      const [key, signature] = [curvePoint(start), twistPoint(start)];
      expect(isInG1(key.toAffine())).toBe(key.isTorsionFree());
      expect(isInG2(fromAffine(signature.toAffine()))).toBe(signature.isTorsionFree());
    }),
    { numRuns: 60, seed: 2 },
  );
});

// These meet the branches of the addition that random points never reach: equal, opposite, infinity.
test.for([3n, 11n, 10177n, 859267n, 52437899n])(
  'a key of order %s, and a sound one plus it, is outside G1',
  (order) => {
    const torsion = smallOrderKey(order);
    for (const point of [torsion, torsion.double(), torsion.negate(), G1.Point.BASE.add(torsion)]) {
      if (!point.is0()) expect(isInG1(point.toAffine())).toBe(false);
    }
  },
);

test.for([13n, 23n])('a signature of order %s, and a sound one plus it, is outside G2', (order) => {
  const torsion = smallOrderSignature(order);
  for (const point of [torsion, torsion.double(), torsion.negate(), G2.Point.BASE.add(torsion)]) {
    expect(isInG2(fromAffine(point.toAffine()))).toBe(false);
  }
});

test('clearing the cofactor brings any point of the twist where the library brings it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 1n << 380n }), (start) => {
      const point = twistPoint(start);
      expect(toAffine(clearCofactor(fromAffine(point.toAffine())))).toEqual(point.clearCofactor().toAffine());
    }),
    { numRuns: 25, seed: 3 },
  );
});
