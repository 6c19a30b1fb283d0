import { combine, multiply, type Slot, slot, square } from './fp/fp.ts';

/** |z| = 2^63 + 2^62 + 2^60 + 2^57 + 2^48 + 2^16: doublings before each addition, and after the last. */
const DOUBLINGS = [1, 2, 3, 9, 32] as const;
const LAST_DOUBLINGS = 16;

/** Where a point of y^2 = x^3 + 4 stands as (X / Z^2, Y / Z^3); Z = 0 is the point at infinity. */
export type G1Jacobian = { readonly X: Slot; readonly Y: Slot; readonly Z: Slot };

export const g1Jacobian = (): G1Jacobian => ({ X: slot(), Y: slot(), Z: slot() });

const A = slot();
const B = slot();
const C = slot();
const D = slot();
const E = slot();
const F = slot();
const G = slot();
const H = slot();

/**
 * Puts [|z|] Q into `sum`, another place than `point`, for the seed z of the curve. Also infinite where an addition met equal
 * points: both formulas multiply Z, so what is infinite once stays so. No point of G1 comes to that, because an addition
 * adds Q to [k] Q with k strictly between 1 and 2^64, and its prime order divides none of k - 1, k and k + 1.
 */
export function timesSeed(sum: G1Jacobian, point: G1Jacobian): void {
  copy(sum.X, point.X);
  copy(sum.Y, point.Y);
  copy(sum.Z, point.Z);
  for (const count of DOUBLINGS) {
    doubleTimes(sum, count);
    add(sum, point);
  }
  doubleTimes(sum, LAST_DOUBLINGS);
}

const copy = (out: Slot, from: Slot): void => combine(out, from, 1, from, 0);

/** dbl-2009-l of the Explicit-Formulas Database for a = 0. No difference here is above 20 P. */
function doubleTimes({ X, Y, Z }: G1Jacobian, count: number): void {
  for (let done = 0; done < count; done++) {
    square(A, X);
    square(B, Y);
    multiply(D, X, B);
    combine(E, A, 3, A, 0);
    multiply(Z, Y, Z);
    combine(Z, Z, 2, Z, 0);
    square(F, E);
    combine(X, F, 1, D, -8);
    combine(D, D, 4, X, -1);
    multiply(D, E, D);
    square(B, B);
    combine(Y, D, 1, B, -8);
  }
}

/** Adds another point to the sum: add-2007-bl of the same database; infinite where it leaves a case out. */
function add({ X, Y, Z }: G1Jacobian, other: G1Jacobian): void {
  square(A, Z);
  square(B, other.Z);
  multiply(C, Z, A);
  multiply(D, other.Z, B);
  multiply(B, X, B);
  multiply(D, Y, D);
  multiply(A, other.X, A);
  multiply(C, other.Y, C);
  combine(H, A, 1, B, -1);
  combine(G, C, 1, D, -1);
  square(E, H);
  multiply(F, H, E);
  multiply(E, B, E);
  square(X, G);
  combine(X, X, 1, F, -1);
  combine(X, X, 1, E, -2);
  combine(E, E, 1, X, -1);
  multiply(E, G, E);
  multiply(D, D, F);
  combine(Y, E, 1, D, -1);
  multiply(Z, Z, other.Z);
  multiply(Z, Z, H);
}
