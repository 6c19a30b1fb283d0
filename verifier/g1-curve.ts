import { bls12_381 } from '@noble/curves/bls12-381.js';

const P = bls12_381.fields.Fp.ORDER;

/** |z| = 2^63 + 2^62 + 2^60 + 2^57 + 2^48 + 2^16: doublings before each addition, and after the last. */
const DOUBLINGS = [1, 2, 3, 9, 32] as const;
const LAST_DOUBLINGS = 16;

/**
 * A point of y^2 = x^3 + 4 as (X / Z^2, Y / Z^3); Z = 0 is the point at infinity. Every input is
 * public, nothing runs in constant time.
 */
export type G1Jacobian = { readonly X: bigint; readonly Y: bigint; readonly Z: bigint };

/**
 * [|z|] Q for the seed z of the curve. Complete: points of small order take the exceptional branches
 * of the addition.
 */
export function timesSeed(point: G1Jacobian): G1Jacobian {
  let sum = point;
  for (const count of DOUBLINGS) sum = add(doubleTimes(sum, count), point);
  return doubleTimes(sum, LAST_DOUBLINGS);
}

/** dbl-2009-l of the Explicit-Formulas Database for a = 0, every coordinate reduced once, after the sums. */
function doubleTimes(point: G1Jacobian, count: number): G1Jacobian {
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
function add(left: G1Jacobian, right: G1Jacobian): G1Jacobian {
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

const INFINITY: G1Jacobian = { X: 1n, Y: 1n, Z: 0n };

function modulo(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}
