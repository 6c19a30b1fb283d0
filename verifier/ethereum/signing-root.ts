import { concatBytes } from '@noble/hashes/utils.js';
import { hashPair, paddedChunk, type Root } from './merkle.ts';

const DOMAIN_SYNC_COMMITTEE = Uint8Array.of(7, 0, 0, 0);

/** compute_domain for sync committee signatures: 4 bytes of type, then 28 of the fork data root. */
export function syncCommitteeDomain(forkVersion: Uint8Array, genesisValidatorsRoot: Root): Uint8Array {
  const forkDataRoot = hashPair(paddedChunk(forkVersion), genesisValidatorsRoot);
  return concatBytes(DOMAIN_SYNC_COMMITTEE, forkDataRoot.subarray(0, 28));
}

/** compute_signing_root: hash_tree_root of SigningData(object_root, domain). */
export const signingRoot = (objectRoot: Root, domain: Uint8Array): Root => hashPair(objectRoot, domain);
