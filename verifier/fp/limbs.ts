import { bls12_381 } from '@noble/curves/bls12-381.js';

export const P = bls12_381.fields.Fp.ORDER;

/**
 * An element is 14 limbs of 28 bits, the lowest first, each in an i64. The last one carries the sign and what is above. The
 * products of a column, 28 of at most 56 bits, then fit an i64, and R = 2^392 leaves eleven bits above P for sums that
 * nobody reduces.
 */
export const LIMBS = 14;
export const LIMB_BITS = 28n;
export const MASK = (1n << LIMB_BITS) - 1n;
export const R = 1n << (LIMB_BITS * BigInt(LIMBS));

/** Limbs of any value whose last one fits an i64; all but the last are non-negative. */
export const limbsOf = (value: bigint): bigint[] =>
  Array.from({ length: LIMBS }, (_, place) => {
    const above = value >> (LIMB_BITS * BigInt(place));
    return place === LIMBS - 1 ? above : above & MASK;
  });

export const numberOf = (limbs: Iterable<bigint>): bigint =>
  [...limbs].reduceRight((above, limb) => (above << LIMB_BITS) + limb, 0n);
