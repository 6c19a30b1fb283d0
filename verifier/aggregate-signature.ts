import { fromAffine, type G2Affine, isInG2 } from './g2-curve.ts';
import { hashToG2 } from './hash-to-g2.ts';
import type { KeySum } from './key-sum.ts';
import { pairingsAgree } from './pairing-check.ts';

/**
 * Whether a decoded signature over a 32-byte root was made by the keys that were summed up, each of
 * which must have been validated by itself. Keys that cancel out to infinity sign nothing, although
 * the pairing equation would then hold for the signature at infinity.
 */
export function isSignedBy(keys: KeySum, signature: G2Affine | 'infinity', root: Uint8Array): boolean {
  if (signature === 'infinity' || keys.is0()) return false;
  if (!isInG2(fromAffine(signature))) return false;
  return pairingsAgree(keys.toAffine(), hashToG2(root), signature);
}
