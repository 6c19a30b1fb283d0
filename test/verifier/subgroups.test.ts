import { bls12_381 } from '@noble/curves/bls12-381.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  curvePoint,
  smallOrderKey,
  smallOrderSignature,
  twistPoint,
} from '../../scripts/vectors/off-subgroup.ts';
import { numberAt, put } from '../../verifier/fp/fp.ts';
import { g1Jacobian, timesSeed } from '../../verifier/g1-curve.ts';
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

// These meet what random points never do in an addition: equal points, opposite ones, infinity.
test.for([3n, 11n, 10177n, 859267n, 52437899n])(
  'a key of order %s, and a sound one plus it, is outside G1',
  (order) => {
    const torsion = smallOrderKey(order);
    for (const point of [torsion, torsion.double(), torsion.negate(), G1.Point.BASE.add(torsion)]) {
      if (!point.is0()) expect(isInG1(point.toAffine())).toBe(false);
    }
  },
);

/** Where the addition in a multiplication by the seed adds a key of this order to itself, its opposite or infinity. */
function meetsAnException(order: bigint): boolean {
  const bits = SEED.toString(2).slice(1);
  let factor = 1n;
  for (const bit of bits) {
    factor *= 2n;
    if (bit === '0') continue;
    if ([order - 1n, 0n, 1n].includes(factor % order)) return true;
    factor += 1n;
  }
  return factor % order === 0n;
}

/** The point that the seed times this one comes to; undefined: infinity. */
function seedTimes(point: { x: bigint; y: bigint }): { x: bigint; y: bigint } | undefined {
  const [sum, start] = [g1Jacobian(), g1Jacobian()];
  put(start.X, point.x);
  put(start.Y, point.y);
  put(start.Z, 1n);
  timesSeed(sum, start);
  const Z = numberAt(sum.Z);
  if (Z === 0n) return undefined;
  const inverse = Fp.inv(Z);
  return {
    x: Fp.mul(numberAt(sum.X), Fp.sqr(inverse)),
    y: Fp.mul(numberAt(sum.Y), Fp.pow(inverse, 3n)),
  };
}

test.for([
  { order: 3n, isInfinite: true },
  { order: 11n, isInfinite: true },
  { order: 10177n, isInfinite: false },
  { order: 859267n, isInfinite: false },
  { order: 52437899n, isInfinite: false },
])(
  'a key of order $order times the seed is what the library makes of it, or infinity for good where an addition has no slope',
  ({ order, isInfinite }) => {
    expect(meetsAnException(order)).toBe(isInfinite);
    const torsion = smallOrderKey(order);
    const expected = isInfinite ? undefined : torsion.multiplyUnsafe(SEED % order).toAffine();
    expect(seedTimes(torsion.toAffine())).toEqual(expected);
  },
);

test('any point of the curve times the seed is what the library makes of it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 1n << 380n }), (start) => {
      const point = curvePoint(start);
      expect(seedTimes(point.toAffine())).toEqual(point.multiplyUnsafe(SEED).toAffine());
    }),
    { numRuns: 20, seed: 4 },
  );
});

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
