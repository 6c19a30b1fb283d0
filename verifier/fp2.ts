import { bls12_381 } from '@noble/curves/bls12-381.js';

const { Fp } = bls12_381.fields;
const P = Fp.ORDER;
const HALF = (P + 1n) / 2n;
const ROOT_EXPONENT = (P - 3n) / 4n;

/**
 * An element c0 + c1 i of Fp2, the quadratic extension of the BLS12-381 base field with i^2 = -1.
 * Both parts are reduced, 0 <= c < p. Same shape as the library's, but a product here reduces
 * twice where the library reduces three times, and reduction is what a multiplication costs.
 */
export type Fp2 = { readonly c0: bigint; readonly c1: bigint };

export const ZERO: Fp2 = { c0: 0n, c1: 0n };
export const ONE: Fp2 = { c0: 1n, c1: 0n };

export const modulo = (value: bigint): bigint => {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
};

export const add = (a: Fp2, b: Fp2): Fp2 => ({ c0: (a.c0 + b.c0) % P, c1: (a.c1 + b.c1) % P });
export const sub = (a: Fp2, b: Fp2): Fp2 => ({ c0: modulo(a.c0 - b.c0), c1: modulo(a.c1 - b.c1) });
export const neg = (a: Fp2): Fp2 => ({ c0: modulo(-a.c0), c1: modulo(-a.c1) });
export const conjugate = (a: Fp2): Fp2 => ({ c0: a.c0, c1: modulo(-a.c1) });
export const scale = (a: Fp2, factor: bigint): Fp2 => ({ c0: (a.c0 * factor) % P, c1: (a.c1 * factor) % P });
/** A small multiple, left unreduced: an operand for the next operation, never a result. */
export const multiple = (a: Fp2, count: bigint): Fp2 => ({ c0: a.c0 * count, c1: a.c1 * count });
export const square = (a: Fp2): Fp2 => ({
  c0: modulo((a.c0 + a.c1) * (a.c0 - a.c1)),
  c1: (a.c0 * a.c1 * 2n) % P,
});
export const equal = (a: Fp2, b: Fp2): boolean => a.c0 === b.c0 && a.c1 === b.c1;
export const isZero = (a: Fp2): boolean => a.c0 === 0n && a.c1 === 0n;

export const mul = (a: Fp2, b: Fp2): Fp2 => ({
  c0: modulo(a.c0 * b.c0 - a.c1 * b.c1),
  c1: (a.c0 * b.c1 + a.c1 * b.c0) % P,
});

/** 1 / a; a must not be zero. */
export function invert(a: Fp2): Fp2 {
  return scale(conjugate(a), Fp.inv((a.c0 * a.c0 + a.c1 * a.c1) % P));
}

/** One of the two square roots, or `undefined` where there is none (complex method; p = 3 mod 4). */
export function sqrt(a: Fp2): Fp2 | undefined {
  if (a.c1 === 0n) return sqrtOfBaseElement(a.c0);
  const norm = (a.c0 * a.c0 + a.c1 * a.c1) % P;
  const length = (norm * Fp.pow(norm, ROOT_EXPONENT)) % P;
  if ((length * length) % P !== norm) return undefined;
  // r^2 is t or -t, and r w tells which: w = t^((p-3)/4) and r = t w give r w = t^((p-1)/2) = +-1.
  const t = ((a.c0 + length) * HALF) % P;
  const w = Fp.pow(t, ROOT_EXPONENT);
  const r = (t * w) % P;
  const isRoot = (r * w) % P === 1n;
  const other = modulo((isRoot ? a.c1 : -a.c1) * w * HALF);
  return isRoot ? { c0: r, c1: other } : { c0: other, c1: r };
}

/** Every element of Fp has a root in Fp2: its own, or i times that of its negative. */
function sqrtOfBaseElement(value: bigint): Fp2 {
  const root = (value * Fp.pow(value, ROOT_EXPONENT)) % P;
  return (root * root) % P === value ? { c0: root, c1: 0n } : { c0: 0n, c1: root };
}
