import { bls12_381 } from '@noble/curves/bls12-381.js';
import { numberToBytesBE } from '@noble/curves/utils.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { isOnTwist } from './off-subgroup.ts';

const { G1, G2, fields } = bls12_381;

export const INFINITE_KEY = leading(48, 0xc0);
export const INFINITE_SIGNATURE = leading(96, 0xc0);

type Encoding = readonly [id: string, reason: string, bytes: Uint8Array];

/** Bytes beside a sound signature that encode no point. */
export function malformedSignatures(good: Uint8Array): Encoding[] {
  const uncompressed = G2.Point.fromBytes(good).toBytes(false);
  const half = numberToBytesBE(fields.Fp.ORDER, 48);
  return [
    ['empty', 'no bytes', new Uint8Array()],
    ['short', '95 bytes', good.subarray(0, 95)],
    ['long', '97 bytes', concatBytes(good, Uint8Array.of(0))],
    ['uncompressed', '192 bytes: the contract takes 96', uncompressed],
    ['flag-cleared', 'compression flag cleared', flip(good, 0, 0x80)],
    ['infinity-flag-set', 'infinity flag on a finite point', flip(good, 0, 0x40)],
    ['infinity-with-sign', 'infinity with the sign flag', leading(96, 0xe0)],
    ['infinity-with-body', 'infinity with a payload', flip(INFINITE_SIGNATURE, 95, 1)],
    ['infinity-with-low-bit', 'infinity with a payload in its first byte', flip(INFINITE_SIGNATURE, 0, 1)],
    ['zeros', '96 zeros', new Uint8Array(96)],
    ['ones', '96 times 0xff', new Uint8Array(96).fill(0xff)],
    ['c1-is-p', 'first half of x is p', concatBytes(flip(half, 0, 0x80), good.subarray(48))],
    ['c0-is-p', 'second half of x is p', concatBytes(good.subarray(0, 48), half)],
    ['off-curve', 'no such point on the twist', offCurveSignature(good)],
  ];
}

/** Bytes beside a sound key that encode no point, or not exactly one. */
export function malformedKeys(good: Uint8Array): Encoding[] {
  const p = numberToBytesBE(fields.Fp.ORDER, 48);
  return [
    ['short', '47 bytes', good.subarray(0, 47)],
    ['long', 'one byte after a whole key', concatBytes(good, Uint8Array.of(0))],
    ['flag-cleared', 'compression flag cleared', flip(good, 0, 0x80)],
    ['infinity-flag-set', 'infinity flag on a finite point', flip(good, 0, 0x40)],
    ['infinity-with-sign', 'infinity with the sign flag', leading(48, 0xe0)],
    ['infinity-with-body', 'infinity with a payload', flip(INFINITE_KEY, 47, 1)],
    ['infinity-with-low-bit', 'infinity with a payload in its first byte', flip(INFINITE_KEY, 0, 1)],
    ['infinity-uncompressed', 'infinity without the compression flag', leading(48, 0x40)],
    ['zeros', '48 zeros', new Uint8Array(48)],
    ['ones', '48 times 0xff', new Uint8Array(48).fill(0xff)],
    ['x-is-p', 'x = p, a second spelling of zero', flip(p, 0, 0x80)],
    ['x-above-p', 'x + p where x is on the curve', flip(numberToBytesBE(fields.Fp.ORDER + 4n, 48), 0, 0x80)],
    ['x-is-zero', '(0, 2), a point of order 3', leading(48, 0x80)],
    ['x-is-zero-larger', '(0, -2), a point of order 3', leading(48, 0xa0)],
    ['off-curve', 'no such point on the curve', offCurveKey()],
    ['uncompressed', '96 bytes, as the library would take them', G1.Point.fromBytes(good).toBytes(false)],
  ];
}

/** x = 1: 1 + 4 is not a square in Fp. */
function offCurveKey(): Uint8Array {
  return flip(leading(48, 0x80), 47, 1);
}

/** The good signature with the lowest bits of x counted up until no point has this x. */
function offCurveSignature(good: Uint8Array): Uint8Array {
  const base = G2.Point.fromBytes(good).toAffine().x;
  for (let step = 1n; ; step++) {
    const x = { c0: base.c0 + step, c1: base.c1 };
    if (!isOnTwist(x)) return concatBytes(good.subarray(0, 48), numberToBytesBE(x.c0, 48));
  }
}

function leading(length: number, first: number): Uint8Array {
  return new Uint8Array(length).fill(first, 0, 1);
}

export function flip(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ mask : byte));
}
