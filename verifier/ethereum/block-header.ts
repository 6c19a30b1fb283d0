import { merkleize, type Root, uint64Chunk } from './merkle.ts';
import type { Slot } from './slots.ts';

/** BeaconBlockHeader of the phase 0 specification. */
export type BlockHeader = {
  readonly slot: Slot;
  readonly proposerIndex: bigint;
  readonly parentRoot: Root;
  readonly stateRoot: Root;
  readonly bodyRoot: Root;
};

/** hash_tree_root of the header: the root of the block it belongs to. */
export function headerRoot(header: BlockHeader): Root {
  return merkleize([
    uint64Chunk(header.slot),
    uint64Chunk(header.proposerIndex),
    header.parentRoot,
    header.stateRoot,
    header.bodyRoot,
  ]);
}
