import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { CurvePoint } from './g1-key.ts';

const P = bls12_381.fields.Fp.ORDER;

/** A cube root of unity in Fp: phi(x, y) = (BETA x, y) acts on G1 as multiplication by -z^2 (z the curve's seed). */
const BETA = 0x5f19672fdf76ce51ba69c6076a0f77eaddb3a93be6f89688de17d813620a00022e01fffffffefffen;

/** |z| = 2^63 + 2^62 + 2^60 + 2^57 + 2^48 + 2^16: doublings before each addition, and after the last. */
const DOUBLINGS = [1, 2, 3, 9, 32] as const;
const LAST_DOUBLINGS = 16;

/** Jacobian coordinates: (X / Z^2, Y / Z^3); Z = 0 is the point at infinity. */
type Jacobian = { readonly X: bigint; readonly Y: bigint; readonly Z: bigint };

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

/** [|z|] Q */
function timesSeed(point: Jacobian): Jacobian {
  let sum = point;
  for (const count of DOUBLINGS) sum = add(doubleTimes(sum, count), point);
  return doubleTimes(sum, LAST_DOUBLINGS);
}

/** dbl-2009-l of the Explicit-Formulas Database for a = 0, every coordinate reduced once, after the sums. */
function doubleTimes(point: Jacobian, count: number): Jacobian {
  let { X, Y, Z } = point;
  for (let done = 0; done < count; done++) {
    const A = (X * X) % P;
    const B = (Y * Y) % P;
    const D = (X * B * 4n) % P;
    const E = A * 3n;
    Z = (Y * Z * 2n) % P;
    X = modulo(E * E - D * 2n);
    Y = modulo(E * (D - X) - B * B * 8n);
  }
  return { X, Y, Z };
}

/** add-2007-bl of the same database, with the cases it leaves out: infinity, equal and opposite points. */
function add(left: Jacobian, right: Jacobian): Jacobian {
  if (left.Z === 0n) return right;
  const leftZZ = (left.Z * left.Z) % P;
  const rightZZ = (right.Z * right.Z) % P;
  const U = (left.X * rightZZ) % P;
  const S = (left.Y * ((right.Z * rightZZ) % P)) % P;
  const H = modulo(right.X * leftZZ - U);
  const R = modulo(right.Y * ((left.Z * leftZZ) % P) - S);
  if (H === 0n) return R === 0n ? doubleTimes(left, 1) : INFINITY;
  const HH = (H * H) % P;
  const HHH = (H * HH) % P;
  const V = (U * HH) % P;
  const X = modulo(R * R - HHH - V * 2n);
  return { X, Y: modulo(R * (V - X) - S * HHH), Z: (((left.Z * right.Z) % P) * H) % P };
}

const INFINITY: Jacobian = { X: 1n, Y: 1n, Z: 0n };

function modulo(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}
