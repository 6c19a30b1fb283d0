import { bls12_381 } from '@noble/curves/bls12-381.js';
import { timesSeed } from './g1-curve.ts';
import type { CurvePoint } from './g1-key.ts';

const P = bls12_381.fields.Fp.ORDER;

/** A cube root of unity in Fp: phi(x, y) = (BETA x, y) acts on G1 as multiplication by -z^2 (z the curve's seed). */
const BETA = 0x5f19672fdf76ce51ba69c6076a0f77eaddb3a93be6f89688de17d813620a00022e01fffffffefffen;

/**
 * Whether a point of the curve lies in the subgroup G1 of prime order: phi(Q) = -[z^2] Q
 * (M. Scott, eprint 2021/1130, section 4). Exact, not probabilistic, and complete: points of small
 * order, the ones an attacker sends, take the exceptional branches of the addition.
 *
 * The library's test gives the same answer with complete projective formulas in twice the time, and
 * 512 of these are most of what an unprepared committee costs.
 */
export function isInG1({ x, y }: CurvePoint): boolean {
  const { X, Y, Z } = timesSeed(timesSeed({ X: x, Y: y, Z: 1n }));
  if (Z === 0n) return false;
  const ZZ = (Z * Z) % P;
  return X === (((BETA * x) % P) * ZZ) % P && Y === ((P - y) * ((ZZ * Z) % P)) % P;
}
