import { isSignedBy } from './aggregate-signature.ts';
import { type CurvePoint, decodeKey, KEY_BYTES } from './g1-key.ts';
import { isInG1 } from './g1-subgroup.ts';
import { decodeSignature } from './g2-signature.ts';
import { sumKeys } from './key-sum.ts';
import { assertBytes, assertSigningRoot } from './signing-root-argument.ts';
import type { SyncCommitteeCode } from './sync-committee-codes.ts';

/**
 * verify_sync_committee (sheet O-700, R.01): whether one aggregate BLS signature over one signing root
 * was made by all of the given keys. Pure: no clock, no chance, no network, nothing is cached.
 *
 * - `pubkeys`: the participating public keys, 48 bytes each, compressed, concatenated. Order does not
 *   matter; a key that stands there twice signed twice.
 * - `signature`: 96 bytes, compressed.
 * - `signingRoot`: 32 bytes.
 *
 * Returns the name of a code of `SYNC_COMMITTEE_CODES`. The checks run in a pinned order and the first
 * that fails names the code: decode the signature, refuse an empty list, decode EVERY key, validate
 * each key and sum, verify. Each key is tested for the subgroup by itself: two keys with opposite
 * torsion add up to a good point, so a test of the sum alone would accept them.
 *
 * Left to the caller, as the sheet's W.01 says: filtering the keys by the participation bits, the
 * domain and the signing root (so the fork version), the number of keys, and that they are the
 * committee's at all. Time is about 0.3 ms for each key; the caller bounds their number.
 *
 * @throws TypeError where an argument is not bytes or the root is not 32 bytes: a caller's bug has no code.
 */
export function verifySyncCommittee(
  pubkeys: Uint8Array,
  signature: Uint8Array,
  signingRoot: Uint8Array,
): SyncCommitteeCode {
  assertBytes('pubkeys', pubkeys);
  assertBytes('signature', signature);
  assertSigningRoot(signingRoot);
  const point = decodeSignature(signature);
  if (point === undefined) return 'malformed-signature';
  if (pubkeys.length === 0) return 'no-keys';
  const keys = decodeEveryKey(pubkeys);
  if (keys === undefined) return 'malformed-key';
  if (!keys.every(isValidKey)) return 'aggregation-failed';
  return isSignedBy(sumKeys(keys), point, signingRoot) ? 'verified' : 'invalid';
}

function decodeEveryKey(pubkeys: Uint8Array): (CurvePoint | 'infinity')[] | undefined {
  if (pubkeys.length % KEY_BYTES !== 0) return undefined;
  const keys: (CurvePoint | 'infinity')[] = [];
  for (let start = 0; start < pubkeys.length; start += KEY_BYTES) {
    const key = decodeKey(pubkeys.subarray(start, start + KEY_BYTES));
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys;
}

/** KeyValidate of draft-irtf-cfrg-bls-signature, section 2.5. */
export function isValidKey(key: CurvePoint | 'infinity'): key is CurvePoint {
  return key !== 'infinity' && isInG1(key);
}
