import { hash_to_field } from '@noble/curves/abstract/hash-to-curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Fp2 } from './fp2.ts';
import * as fp2 from './fp2.ts';
import { add, clearCofactor, fromAffine, type G2Affine, toAffine } from './g2-curve.ts';
import { isogenyToG2Curve } from './g2-isogeny.ts';

/**
 * Ethereum signs in the proof-of-possession scheme; the library's default ends in `_NUL_`, the basic
 * scheme, under which every genuine signature is refused (draft-irtf-cfrg-bls-signature, section 4.2.3).
 */
const DST = 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_';

/**
 * Parameters of the simplified SWU map for G2 (RFC 9380, section 8.8.2): y^2 = x^3 + A x + B, and the
 * non-square Z.
 */
const A: Fp2 = { c0: 0n, c1: 240n };
const B: Fp2 = { c0: 1012n, c1: 1012n };
const Z: Fp2 = fp2.neg({ c0: 2n, c1: 1n });
const MINUS_B_OVER_A = fp2.mul(fp2.neg(B), fp2.invert(A));
const B_OVER_ZA = fp2.mul(B, fp2.invert(fp2.mul(Z, A)));

const FIELD = { DST, p: bls12_381.fields.Fp.ORDER, m: 2, k: 128, expand: 'xmd', hash: sha256 } as const;

/**
 * hash_to_curve of RFC 9380 for the suite BLS12381G2_XMD:SHA-256_SSWU_RO_, under Ethereum's domain tag.
 * Equal to the library's `hash` on every message, a test holds them together; written out here because
 * the library's is a third of a whole verification: it takes its square roots by a generic power of
 * 758 bits and proves again that its own result lies in the subgroup.
 */
export function hashToG2(message: Uint8Array): G2Affine {
  const [first, second] = hash_to_field(message, 2, FIELD) as [bigint[], bigint[]];
  const sum = add(fromAffine(mapToCurve(first)), fromAffine(mapToCurve(second)));
  const point = toAffine(clearCofactor(sum));
  if (point === undefined) throw new Error('a hash met the point at infinity');
  return point;
}

function mapToCurve(parts: readonly bigint[]): G2Affine {
  return isogenyToG2Curve(simplifiedSwu({ c0: parts[0] as bigint, c1: parts[1] as bigint }));
}

/** Section 6.6.2 of RFC 9380, in its affine form. */
function simplifiedSwu(u: Fp2): G2Affine {
  const zuu = fp2.mul(Z, fp2.square(u));
  const tail = fp2.add(fp2.square(zuu), zuu);
  const x1 = fp2.isZero(tail) ? B_OVER_ZA : fp2.mul(MINUS_B_OVER_A, fp2.add(fp2.ONE, fp2.invert(tail)));
  const root1 = fp2.sqrt(curveEquation(x1));
  if (root1 !== undefined) return { x: x1, y: withSignOf(u, root1) };
  const x2 = fp2.mul(zuu, x1);
  return { x: x2, y: withSignOf(u, fp2.sqrt(curveEquation(x2)) as Fp2) };
}

const curveEquation = (x: Fp2): Fp2 => fp2.add(fp2.mul(fp2.add(fp2.square(x), A), x), B);

const withSignOf = (u: Fp2, y: Fp2): Fp2 => (sign(u) === sign(y) ? y : fp2.neg(y));

/** sgn0 of RFC 9380, section 4.1, for m = 2. */
const sign = (a: Fp2): bigint => (a.c0 === 0n ? a.c1 : a.c0) & 1n;
