import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { numberToBytesBE } from '@noble/curves/utils.js';

const { Fp, Fp2 } = bls12_381.fields;
const r = bls12_381.fields.Fr.ORDER;
const HALF = (Fp.ORDER - 1n) / 2n;

type G1 = WeierstrassPoint<bigint>;
type G2 = typeof bls12_381.G2.Point.BASE;

const G1_COFACTOR = bls12_381.G1.Point.CURVE().h;
const G2_COFACTOR = bls12_381.G2.Point.CURVE().h;

/** The point of the curve with the smallest x from `start` on; almost never in G1. */
export function curvePoint(start: bigint): G1 {
  for (let x = start; ; x++) {
    const y = root(() => Fp.sqrt(Fp.add(Fp.pow(x, 3n), 4n)));
    if (y !== undefined) return bls12_381.G1.Point.fromAffine({ x, y });
  }
}

export function twistPoint(start: bigint): G2 {
  for (let c0 = start; ; c0++) {
    const x = Fp2.fromBigTuple([c0, 1n]);
    const y = twistY(x);
    if (y !== undefined) return bls12_381.G2.Point.fromAffine({ x, y });
  }
}

/** Whether some point of the twist has this x. */
export const isOnTwist = (x: typeof Fp2.ZERO): boolean => twistY(x) !== undefined;

function twistY(x: typeof Fp2.ZERO): typeof Fp2.ZERO | undefined {
  return root(() => Fp2.sqrt(Fp2.add(Fp2.mul(Fp2.sqr(x), x), Fp2.fromBigTuple([4n, 4n]))));
}

/** A point of exactly this small prime order: 11, 10177, 859267 and 52437899 divide the cofactor twice, 3 once. */
export function smallOrderKey(order: bigint): G1 {
  const rest = (G1_COFACTOR * r) / (order === 3n ? order : order * order);
  return firstNonzero((start) => times(curvePoint(start), rest));
}

/** 13 and 23 divide the cofactor of G2 twice. */
export function smallOrderSignature(order: bigint): G2 {
  return firstNonzero((start) => times(twistPoint(start), (G2_COFACTOR * r) / (order * order)));
}

/** The library refuses to encode a point outside the subgroup, so the flags are set here. */
export function encodeKey(point: G1): Uint8Array {
  const { x, y } = point.toAffine();
  return withFlags(numberToBytesBE(x, 48), y > HALF);
}

export function encodeSignature(point: G2): Uint8Array {
  const { x, y } = point.toAffine();
  const bytes = new Uint8Array(96);
  bytes.set(numberToBytesBE(x.c1, 48));
  bytes.set(numberToBytesBE(x.c0, 48), 48);
  return withFlags(bytes, (y.c1 === 0n ? y.c0 : y.c1) > HALF);
}

function withFlags(bytes: Uint8Array, isLarger: boolean): Uint8Array {
  return bytes.map((byte, index) => (index === 0 ? byte | 0x80 | (isLarger ? 0x20 : 0) : byte));
}

/** Plain double and add: the library bounds its scalars by the subgroup's order, and cofactors are larger. */
function times<Point extends G1 | G2>(point: Point, scalar: bigint): Point {
  let sum = point.subtract(point as never) as Point;
  for (const bit of scalar.toString(2)) {
    sum = sum.double() as Point;
    if (bit === '1') sum = sum.add(point as never) as Point;
  }
  return sum;
}

function firstNonzero<Point extends G1 | G2>(candidate: (start: bigint) => Point): Point {
  for (let start = 1n; ; start++) {
    const point = candidate(start);
    if (!point.is0()) return point;
  }
}

function root<T>(take: () => T): T | undefined {
  try {
    return take();
  } catch {
    return undefined;
  }
}
