import type { Fp2 } from './fp2.ts';
import * as fp2 from './fp2.ts';

/**
 * Points of y^2 = x^3 + 4 (1 + i) over Fp2 in Jacobian coordinates (X / Z^2, Y / Z^3); Z = 0 is the
 * point at infinity. Only what the subgroup test and the clearing of the cofactor need; every input
 * is public, so nothing here runs in constant time.
 */
export type G2Jacobian = { readonly X: Fp2; readonly Y: Fp2; readonly Z: Fp2 };

export type G2Affine = { readonly x: Fp2; readonly y: Fp2 };

/** |z| = 2^63 + 2^62 + 2^60 + 2^57 + 2^48 + 2^16: doublings before each addition, and after the last. */
const DOUBLINGS = [1, 2, 3, 9, 32] as const;
const LAST_DOUBLINGS = 16;

/** 1 / (1 + i)^((p - 1) / 3) and 1 / (1 + i)^((p - 1) / 2): the twist in psi (RFC 9380, appendix G.3). */
const PSI_X: Fp2 = {
  c0: 0n,
  c1: 0x1a0111ea397fe699ec02408663d4de85aa0d857d89759ad4897d29650fb85f9b409427eb4f49fffd8bfd00000000aaadn,
};
const PSI_Y: Fp2 = {
  c0: 0x135203e60180a68ee2e9c448d77a2cd91c3dedd930b1cf60ef396489f61eb45e304466cf3e67fa0af1ee7b04121bdea2n,
  c1: 0x06af0e0437ff400b6831e36d6bd17ffe48395dabc2d3435e77f76e17009241c5ee67992f72ec05f4c81084fbede3cc09n,
};

export const fromAffine = ({ x, y }: G2Affine): G2Jacobian => ({ X: x, Y: y, Z: fp2.ONE });
export const negate = ({ X, Y, Z }: G2Jacobian): G2Jacobian => ({ X, Y: fp2.neg(Y), Z });
export const isInfinity = (point: G2Jacobian): boolean => fp2.isZero(point.Z);

/** `undefined` for the point at infinity, which has no affine form. */
export function toAffine({ X, Y, Z }: G2Jacobian): G2Affine | undefined {
  if (fp2.isZero(Z)) return undefined;
  const inverse = fp2.invert(Z);
  const squared = fp2.square(inverse);
  return { x: fp2.mul(X, squared), y: fp2.mul(Y, fp2.mul(squared, inverse)) };
}

/** The untwist-Frobenius-twist endomorphism; it acts on G2 as multiplication by the seed z. */
export function psi({ X, Y, Z }: G2Jacobian): G2Jacobian {
  return {
    X: fp2.mul(fp2.conjugate(X), PSI_X),
    Y: fp2.mul(fp2.conjugate(Y), PSI_Y),
    Z: fp2.conjugate(Z),
  };
}

/** [z] Q for the seed z of the curve, which is negative. */
export function timesSeed(point: G2Jacobian): G2Jacobian {
  let sum = point;
  for (const count of DOUBLINGS) sum = add(doubleTimes(sum, count), point);
  return negate(doubleTimes(sum, LAST_DOUBLINGS));
}

export const double = (point: G2Jacobian): G2Jacobian => doubleTimes(point, 1);

/** dbl-2009-l of the Explicit-Formulas Database for a = 0. */
function doubleTimes(point: G2Jacobian, count: number): G2Jacobian {
  let { X, Y, Z } = point;
  for (let done = 0; done < count; done++) {
    const A = fp2.square(X);
    const B = fp2.square(Y);
    const C = fp2.square(B);
    const D = fp2.multiple(fp2.mul(X, B), 4n);
    const E = fp2.multiple(A, 3n);
    Z = fp2.mul(Y, fp2.multiple(Z, 2n));
    X = fp2.sub(fp2.square(E), fp2.multiple(D, 2n));
    Y = fp2.sub(fp2.mul(E, fp2.sub(D, X)), fp2.multiple(C, 8n));
  }
  return { X, Y, Z };
}

/** add-2007-bl of the same database, with the cases it leaves out: infinity, equal and opposite points. */
export function add(left: G2Jacobian, right: G2Jacobian): G2Jacobian {
  if (isInfinity(left)) return right;
  if (isInfinity(right)) return left;
  const leftZZ = fp2.square(left.Z);
  const rightZZ = fp2.square(right.Z);
  const U = fp2.mul(left.X, rightZZ);
  const S = fp2.mul(left.Y, fp2.mul(right.Z, rightZZ));
  const H = fp2.sub(fp2.mul(right.X, leftZZ), U);
  const R = fp2.sub(fp2.mul(right.Y, fp2.mul(left.Z, leftZZ)), S);
  if (fp2.isZero(H)) return fp2.isZero(R) ? double(left) : INFINITY;
  const HH = fp2.square(H);
  const HHH = fp2.mul(H, HH);
  const V = fp2.mul(U, HH);
  const X = fp2.sub(fp2.sub(fp2.square(R), HHH), fp2.multiple(V, 2n));
  const Y = fp2.sub(fp2.mul(R, fp2.sub(V, X)), fp2.mul(S, HHH));
  return { X, Y, Z: fp2.mul(fp2.mul(left.Z, right.Z), H) };
}

const INFINITY: G2Jacobian = { X: fp2.ONE, Y: fp2.ONE, Z: fp2.ZERO };

export function isSamePoint(left: G2Jacobian, right: G2Jacobian): boolean {
  if (isInfinity(left) || isInfinity(right)) return isInfinity(left) && isInfinity(right);
  const leftZZ = fp2.square(left.Z);
  const rightZZ = fp2.square(right.Z);
  return (
    fp2.equal(fp2.mul(left.X, rightZZ), fp2.mul(right.X, leftZZ)) &&
    fp2.equal(fp2.mul(left.Y, fp2.mul(rightZZ, right.Z)), fp2.mul(right.Y, fp2.mul(leftZZ, left.Z)))
  );
}

/**
 * Whether a point of the curve lies in the subgroup G2 of prime order: psi(Q) = [z] Q (eprint
 * 2021/1130, section 4).
 */
export function isInG2(point: G2Jacobian): boolean {
  return isSamePoint(psi(point), timesSeed(point));
}

/** Maps any point of the curve into G2: [z^2 - z - 1] Q + [z - 1] psi(Q) + psi^2(2 Q) (RFC 9380, appendix G.3). */
export function clearCofactor(point: G2Jacobian): G2Jacobian {
  const seedTimes = timesSeed(point);
  const image = psi(point);
  const inner = timesSeed(add(seedTimes, image));
  const outer = add(add(seedTimes, image), point);
  return add(add(inner, negate(outer)), psi(psi(double(point))));
}
