import { KEY_BYTES } from '../g1-key.ts';
import { bytes48Root, hashPair, merkleize, type Root } from './merkle.ts';
import { COMMITTEE_SIZE } from './participation.ts';

/** SyncCommittee of the Altair specification. */
export type SyncCommittee = {
  /** 512 keys of 48 bytes, concatenated, in committee order. */
  readonly keys: Uint8Array;
  /** The sum of the keys as the state records it, 48 bytes. */
  readonly aggregateKey: Uint8Array;
};

/** hash_tree_root of a sync committee. */
export function syncCommitteeRoot({ keys, aggregateKey }: SyncCommittee): Root {
  const leaves = Array.from({ length: COMMITTEE_SIZE }, (_, member) =>
    bytes48Root(keys.subarray(member * KEY_BYTES, (member + 1) * KEY_BYTES)),
  );
  return hashPair(merkleize(leaves), bytes48Root(aggregateKey));
}
