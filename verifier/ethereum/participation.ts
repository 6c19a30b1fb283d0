import { concatBytes } from '@noble/hashes/utils.js';
import { KEY_BYTES } from '../g1-key.ts';

/** SYNC_COMMITTEE_SIZE: members of a sync committee, one bit each. */
export const COMMITTEE_SIZE = 512;
export const PARTICIPATION_BYTES = COMMITTEE_SIZE / 8;
export const COMMITTEE_KEY_BYTES = COMMITTEE_SIZE * KEY_BYTES;

/** Bitvector[512] of SSZ: member i is bit i mod 8, counted from the low end, of byte floor(i / 8). */
export function participation(bits: Uint8Array): boolean[] {
  return Array.from({ length: COMMITTEE_SIZE }, (_, member) => {
    return (((bits[member >> 3] as number) >> (member & 7)) & 1) === 1;
  });
}

/** The keys of the members that took part, 48 bytes each, concatenated: what the primitive takes. */
export function participatingKeys(committeeKeys: Uint8Array, took: readonly boolean[]): Uint8Array {
  const keys = took.flatMap((present, member) =>
    present ? [committeeKeys.subarray(member * KEY_BYTES, (member + 1) * KEY_BYTES)] : [],
  );
  return concatBytes(...keys);
}
