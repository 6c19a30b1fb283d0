import { bls12_381 } from '@noble/curves/bls12-381.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  curvePoint,
  smallOrderKey,
  smallOrderSignature,
  twistPoint,
} from '../../scripts/vectors/off-subgroup.ts';
import { timesSeed } from '../../verifier/g1-curve.ts';
import { isInG1 } from '../../verifier/g1-subgroup.ts';
import {
  add,
  clearCofactor,
  double,
  fromAffine,
  isInfinity,
  isInG2,
  isSamePoint,
  negate,
  toAffine,
} from '../../verifier/g2-curve.ts';

const { G1, G2 } = bls12_381;
const { Fp } = bls12_381.fields;
const SEED = 0xd201000000010000n;
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

test.for([3n, 11n, 10177n, 52437899n])(
  'multiplying a key of order %s by the seed is multiplying by its remainder',
  (order) => {
    const torsion = smallOrderKey(order);
    const { X, Y, Z } = timesSeed({ X: torsion.toAffine().x, Y: torsion.toAffine().y, Z: 1n });
    const remainder = SEED % order;
    const inverse = Z === 0n ? 0n : Fp.inv(Z);
    const affine = { x: Fp.mul(X, Fp.sqr(inverse)), y: Fp.mul(Y, Fp.pow(inverse, 3n)) };
    expect(affine).toEqual(torsion.multiplyUnsafe(remainder).toAffine());
  },
);

test('adding a point of the twist to itself doubles it, to its opposite or to infinity leaves what it should', () => {
  const point = fromAffine(twistPoint(7n).toAffine());
  const scaled = add(double(point), negate(point));
  expect(isSamePoint(add(point, scaled), double(point))).toBe(true);
  expect(isInfinity(add(scaled, negate(point)))).toBe(true);
  const infinity = add(point, negate(point));
  expect(isSamePoint(add(infinity, point), point) && isSamePoint(add(point, infinity), point)).toBe(true);
  expect(isSamePoint(point, infinity)).toBe(false);
  expect(toAffine(infinity)).toBeUndefined();
});

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
