import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparseState } from '../../../scripts/vectors/sparse-state.ts';
import {
  hashPair,
  isBranchOf,
  merkleize,
  type Root,
  uint64Chunk,
  ZERO_ROOT,
} from '../../../verifier/ethereum/merkle.ts';

const chunk = fc.uint8Array({ minLength: 32, maxLength: 32 });

/** The definition, without its shortcut: pad to a power of two, hash by halves. */
function naive(chunks: readonly Root[]): Root {
  const size = 2 ** Math.ceil(Math.log2(chunks.length));
  const padded = [...chunks, ...Array<Root>(size - chunks.length).fill(ZERO_ROOT)];
  const half = (leaves: readonly Root[]): Root =>
    leaves.length === 1
      ? (leaves[0] as Root)
      : sha256(concatBytes(half(leaves.slice(0, leaves.length / 2)), half(leaves.slice(leaves.length / 2))));
  return half(padded);
}

test('the root of any number of chunks is that of the list padded with zeros to a power of two', () => {
  fc.assert(
    fc.property(fc.array(chunk, { minLength: 1, maxLength: 40 }), (chunks) => {
      expect(merkleize(chunks)).toEqual(naive(chunks));
    }),
    { seed: 1 },
  );
});

test('an integer is written little endian', () => {
  expect([...uint64Chunk(0x0102n).subarray(0, 3)]).toEqual([2, 1, 0]);
  expect([...uint64Chunk(2n ** 64n - 1n).subarray(0, 9)]).toEqual([
    255, 255, 255, 255, 255, 255, 255, 255, 0,
  ]);
});

test('a branch proves its leaf at its own index, and no other leaf or index', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5_000 }),
      chunk,
      chunk,
      fc.nat({ max: 12 }),
      (index, leaf, other, bit) => {
        const tree = sparseState(new Map([[index, leaf]]));
        const branch = tree.branch(index);
        expect(isBranchOf(tree.root, index, leaf, branch)).toBe(true);
        const isOther = leaf.some((byte, place) => byte !== other[place]);
        if (isOther) expect(isBranchOf(tree.root, index, other, branch)).toBe(false);
        expect(isBranchOf(tree.root, index ^ (1 << bit), leaf, branch)).toBe(false);
      },
    ),
    { seed: 2 },
  );
});

test('a branch of another length proves nothing, even where the hashes meet', () => {
  const [leaf, sibling] = [uint64Chunk(1n), uint64Chunk(2n)];
  const root = hashPair(sibling, leaf);
  expect(isBranchOf(root, 0b11, leaf, [sibling])).toBe(true);
  expect(isBranchOf(root, 0b101, leaf, [sibling])).toBe(false);
  expect(isBranchOf(leaf, 0b10, leaf, [])).toBe(false);
});
