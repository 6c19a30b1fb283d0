import { equalBytes } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/** A node of a Merkle tree: 32 bytes. */
export type Root = Uint8Array;

export const ZERO_ROOT: Root = new Uint8Array(32);

export const hashPair = (left: Root, right: Root): Root => sha256(concatBytes(left, right));

/** merkleize of the SSZ specification: chunks of 32 bytes, padded with zero chunks to a power of two. */
export function merkleize(chunks: readonly Root[]): Root {
  let level: readonly Root[] = chunks;
  let padding = ZERO_ROOT;
  while (level.length > 1) {
    level = parents(level, padding);
    padding = hashPair(padding, padding);
  }
  return level[0] ?? ZERO_ROOT;
}

function parents(level: readonly Root[], padding: Root): Root[] {
  const above: Root[] = [];
  for (let index = 0; index < level.length; index += 2) {
    above.push(hashPair(level[index] as Root, level[index + 1] ?? padding));
  }
  return above;
}

/** SSZ uint64: little endian, padded to a chunk. */
export function uint64Chunk(value: bigint): Root {
  const chunk = new Uint8Array(32);
  new DataView(chunk.buffer).setBigUint64(0, value, true);
  return chunk;
}

/** SSZ Bytes4 (a fork version), padded to a chunk. */
export function paddedChunk(bytes: Uint8Array): Root {
  const chunk = new Uint8Array(32);
  chunk.set(bytes);
  return chunk;
}

/** SSZ Bytes48 (a public key): two chunks. */
export const bytes48Root = (bytes: Uint8Array): Root =>
  hashPair(bytes.subarray(0, 32), paddedChunk(bytes.subarray(32)));

/**
 * is_valid_merkle_branch: whether `leaf` stands at a generalized index under `root`. The branch must
 * have exactly as many nodes as the index is deep; a shorter or longer one is refused.
 */
export function isBranchOf(root: Root, index: number, leaf: Root, branch: readonly Root[]): boolean {
  const depth = Math.floor(Math.log2(index));
  if (branch.length !== depth) return false;
  let node = leaf;
  branch.forEach((sibling, level) => {
    const isRightChild = ((index >> level) & 1) === 1;
    node = isRightChild ? hashPair(sibling, node) : hashPair(node, sibling);
  });
  return equalBytes(node, root);
}
