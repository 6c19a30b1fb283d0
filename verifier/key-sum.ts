import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { invertEach } from './batch-inverse.ts';
import type { CurvePoint } from './g1-key.ts';

/** A sum of public keys in G1; the library's formulas are complete, so equal and opposite sums need no case. */
export type KeySum = WeierstrassPoint<bigint>;

const { Point } = bls12_381.G1;
const P = bls12_381.fields.Fp.ORDER;

/**
 * Adds the keys up in pairs, round by round, each key in its affine form: all slopes of a round share one
 * inversion, so that an addition costs six products, not the twelve of the library's complete formula.
 */
export function sumKeys(keys: readonly CurvePoint[]): KeySum {
  let odd = Point.ZERO;
  let round = keys;
  while (round.length > 1) {
    const { sums, left } = sumPairs(round);
    for (const key of left) odd = odd.add(Point.fromAffine(key));
    round = sums;
  }
  return round[0] === undefined ? odd : odd.add(Point.fromAffine(round[0]));
}

/**
 * One round. Two keys with the same x are equal or opposite and have no slope: they are left, as an odd last one
 * is, to the complete formula. A committee may name a validator twice, so equal neighbours are ordinary.
 */
function sumPairs(keys: readonly CurvePoint[]): { sums: CurvePoint[]; left: CurvePoint[] } {
  const pairs: (readonly [CurvePoint, CurvePoint])[] = [];
  const left = keys.length % 2 === 1 ? keys.slice(-1) : [];
  for (let index = 1; index < keys.length; index += 2) {
    const [one, other] = [keys[index - 1] as CurvePoint, keys[index] as CurvePoint];
    if (one.x === other.x) left.push(one, other);
    else pairs.push([one, other]);
  }
  const inverses = invertEach(pairs.map(([one, other]) => other.x - one.x));
  const sums = pairs.map(([one, other], index) => {
    const slope = ((other.y - one.y) * (inverses[index] as bigint)) % P;
    const x = modulo(slope * slope - one.x - other.x);
    return { x, y: modulo(slope * (one.x - x) - one.y) };
  });
  return { sums, left };
}

function modulo(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}
