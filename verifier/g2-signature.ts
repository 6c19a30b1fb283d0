import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { readFlags, type WhichY } from './compressed-point.ts';
import type { Fp2 } from './fp2.ts';
import * as fp2 from './fp2.ts';
import type { G2Affine } from './g2-curve.ts';

const P = bls12_381.fields.Fp.ORDER;
const TWIST_B: Fp2 = { c0: 4n, c1: 4n };
const LARGEST_SMALL = (P - 1n) / 2n;
const HALF_BYTES = 48;

export const SIGNATURE_BYTES = 96;

/**
 * Decodes a compressed signature of exactly 96 bytes, x.c1 before x.c0 (the encoding of
 * draft-irtf-cfrg-pairing-friendly-curves-11, appendix C.2); `undefined` for bytes that encode no point. The
 * point may lie outside G2: that is a wrong signature, not a malformed one.
 */
export function decodeSignature(bytes: Uint8Array): G2Affine | 'infinity' | undefined {
  if (bytes.length !== SIGNATURE_BYTES) return undefined;
  const flags = readFlags(bytes);
  if (flags === undefined || flags === 'infinity') return flags;
  const c1 = bytesToNumberBE(bytes.subarray(0, HALF_BYTES)) & ((1n << 381n) - 1n);
  const c0 = bytesToNumberBE(bytes.subarray(HALF_BYTES));
  if (c0 >= P || c1 >= P) return undefined;
  return pointWithX({ c0, c1 }, flags);
}

function pointWithX(x: Fp2, which: WhichY): G2Affine | undefined {
  const root = fp2.sqrt(fp2.add(fp2.mul(fp2.square(x), x), TWIST_B));
  if (root === undefined) return undefined;
  return { x, y: isLarger(root) === (which === 'larger') ? root : fp2.neg(root) };
}

/** The lexicographically larger of y and -y: decided by c1, or by c0 where c1 is zero. */
const isLarger = (y: Fp2): boolean => (y.c1 === 0n ? y.c0 : y.c1) > LARGEST_SMALL;
