import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { hashPair, type Root } from '../../verifier/ethereum/merkle.ts';

export type SparseState = { readonly root: Root; readonly branch: (index: number) => Root[] };

/** A Merkle tree of which only some leaves are known, by generalized index; every other node is filler. */
export function sparseState(leaves: ReadonlyMap<number, Root>): SparseState {
  const node = (index: number): Root => {
    const leaf = leaves.get(index);
    if (leaf !== undefined) return leaf;
    if (![...leaves.keys()].some((known) => isBelow(known, index))) return filler(index);
    return hashPair(node(2 * index), node(2 * index + 1));
  };
  return { root: node(1), branch: (index) => pathUp(index).map((step) => node(step ^ 1)) };
}

/** The index itself and its ancestors, without the root. */
function pathUp(index: number): number[] {
  return index === 1 ? [] : [index, ...pathUp(index >> 1)];
}

function isBelow(index: number, ancestor: number): boolean {
  return index > ancestor && (index >> 1 === ancestor || isBelow(index >> 1, ancestor));
}

const filler = (index: number): Root => sha256(utf8ToBytes(`drillbook vectors filler ${index}`));
