const COMPRESSED = 0b100;
const INFINITY = 0b010;
const LARGER_Y = 0b001;

/** Which of the two points with this x is meant: the one with the lexicographically larger y, or the other. */
export type WhichY = 'smaller' | 'larger';

/**
 * Reads the three flag bits of a compressed point (draft-irtf-cfrg-pairing-friendly-curves-11, appendix C).
 * `undefined` for every other combination, and for an infinity whose remaining bits are not all zero.
 */
export function readFlags(bytes: Uint8Array): WhichY | 'infinity' | undefined {
  const first = bytes[0] as number;
  switch (first >> 5) {
    case COMPRESSED:
      return 'smaller';
    case COMPRESSED | LARGER_Y:
      return 'larger';
    case COMPRESSED | INFINITY:
      return (first & 0x1f) === 0 && bytes.subarray(1).every((byte) => byte === 0) ? 'infinity' : undefined;
    default:
      return undefined;
  }
}
