import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { readFlags, type WhichY } from './compressed-point.ts';
import { rootCandidate } from './root-exponent.ts';

const { Fp } = bls12_381.fields;
const B = 4n;
const LARGEST_SMALL_Y = (Fp.ORDER - 1n) / 2n;

export const KEY_BYTES = 48;

/** A point of the curve y^2 = x^3 + 4 over Fp, not yet known to lie in the subgroup G1. */
export type CurvePoint = { readonly x: bigint; readonly y: bigint };

/**
 * Decodes one compressed public key of 48 bytes (draft-irtf-cfrg-pairing-friendly-curves-11, appendix C.2).
 * `undefined` for bytes that encode no point. The library's own decoder is not used: it also takes
 * 96 bytes and tests the subgroup at once, and the contract names those two failures differently.
 */
export function decodeKey(bytes: Uint8Array): CurvePoint | 'infinity' | undefined {
  const flags = readFlags(bytes);
  if (flags === undefined || flags === 'infinity') return flags;
  const x = bytesToNumberBE(bytes) & ((1n << 381n) - 1n);
  // (0, 2) and (0, -2) are on the curve with order 3; blst refuses them while decoding, and so the contract does.
  if (x >= Fp.ORDER || x === 0n) return undefined;
  return pointWithX(x, flags);
}

function pointWithX(x: bigint, which: WhichY): CurvePoint | undefined {
  const ySquared = Fp.add(Fp.mul(Fp.sqr(x), x), B);
  const root = rootCandidate(ySquared);
  if (Fp.sqr(root) !== ySquared) return undefined;
  return { x, y: root > LARGEST_SMALL_Y === (which === 'larger') ? root : Fp.neg(root) };
}
