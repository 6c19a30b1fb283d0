import { combine, multiply, numberAt, put, type Slot, slot, square } from './fp/fp.ts';
import { g1Jacobian, timesSeed } from './g1-curve.ts';
import type { CurvePoint } from './g1-key.ts';

/** A cube root of unity in Fp: phi(x, y) = (BETA x, y) acts on G1 as multiplication by -z^2 (z the curve's seed). */
const BETA = slot();
put(BETA, 0x5f19672fdf76ce51ba69c6076a0f77eaddb3a93be6f89688de17d813620a00022e01fffffffefffen);

const point = g1Jacobian();
put(point.Z, 1n);
const once = g1Jacobian();
const twice = g1Jacobian();
const ZZ = slot();
const ZZZ = slot();
const other = slot();

/**
 * Whether a point of the curve lies in the subgroup G1 of prime order: phi(Q) = -[z^2] Q
 * (M. Scott, eprint 2021/1130, section 4). Exact, not probabilistic: no point of G1 comes to infinity on the
 * way, and points of small order, the ones an attacker sends, end there or fail the comparison.
 *
 * 512 of these are most of what an unprepared committee costs.
 */
export function isInG1({ x, y }: CurvePoint): boolean {
  put(point.X, x);
  put(point.Y, y);
  timesSeed(once, point);
  timesSeed(twice, once);
  if (numberAt(twice.Z) === 0n) return false;
  square(ZZ, twice.Z);
  multiply(ZZZ, ZZ, twice.Z);
  multiply(ZZ, ZZ, BETA);
  return isProduct(twice.X, point.X, ZZ, 1) && isProduct(twice.Y, point.Y, ZZZ, -1);
}

/** Whether a value is the product of two others with this sign. */
function isProduct(value: Slot, left: Slot, right: Slot, sign: 1 | -1): boolean {
  multiply(other, left, right);
  combine(other, value, 1, other, -sign);
  return numberAt(other) === 0n;
}
