import {
  and,
  type Code,
  constant,
  get,
  load,
  product,
  set,
  shiftLeft,
  shiftRight,
  store,
  sum,
} from './instructions.ts';
import { LIMB_BITS, LIMBS, limbsOf, MASK, P } from './limbs.ts';
import type { WasmFunction } from './wasm-module.ts';

const MODULUS = limbsOf(P).map(constant);
const PLACES = Array.from({ length: LIMBS }, (_, place) => place);

/** -1/P modulo a power of two, by Newton's iteration: each step doubles the bits that are right, from the first three. */
function negativeInverse(bits: bigint): bigint {
  let inverse = P;
  for (let right = 3n; right < bits; right *= 2n)
    inverse = BigInt.asUintN(Number(bits), inverse * (2n - P * inverse));
  return BigInt.asUintN(Number(bits), -inverse);
}

/**
 * Montgomery's product by columns (C. K. Koc, T. Acar, B. S. Kaliski, "Analyzing and Comparing Montgomery Multiplication
 * Algorithms", FIPS): (T + qP) / R, where q makes the low half vanish. For |T| < 1024 P^2 it lies between -P/2 and 3P/2.
 * `column` gives the terms of T at a place; q takes the locals from `first` on, and the carry the one after.
 */
function reduced(out: Code, first: number, column: (place: number) => Code[]): Code {
  const carry = first + LIMBS;
  const ofQ = (place: number) =>
    PLACES.filter((i) => i < place && place - i < LIMBS).map((i) =>
      product(get(first + i), MODULUS[place - i] as Code),
    );
  const lower = (k: number) => [
    set(first + k, and(product(get(carry), constant(negativeInverse(LIMB_BITS))), constant(MASK))),
    set(carry, shiftRight(sum([get(carry), product(get(first + k), MODULUS[0] as Code)]), LIMB_BITS)),
  ];
  const upper = (k: number) => [
    store(out, k - LIMBS, and(get(carry), constant(MASK))),
    set(carry, shiftRight(get(carry), LIMB_BITS)),
  ];
  const columns = Array.from({ length: 2 * LIMBS - 1 }, (_, k) => [
    set(carry, sum([get(carry), ...column(k), ...ofQ(k)])),
    k < LIMBS ? lower(k) : upper(k),
  ]);
  return [columns, store(out, LIMBS - 1, get(carry))];
}

/** `multiply(out, left, right)`, addresses all; they may be the same. */
export function multiplyFunction(): WasmFunction {
  const [out, left, right] = [get(0), get(1), get(2)];
  const column = (k: number) =>
    PLACES.filter((i) => k - i >= 0 && k - i < LIMBS).map((i) => product(load(left, i), load(right, k - i)));
  return { parameters: 3, locals: LIMBS + 1, body: reduced(out, 3, column) };
}

/** `square(out, value)`: what stands on both sides of the diagonal is multiplied once. */
export function squareFunction(): WasmFunction {
  const [out, value] = [get(0), get(1)];
  const column = (k: number) => {
    const once = PLACES.filter((i) => 2 * i < k && k - i < LIMBS).map((i) =>
      product(load(value, i), load(value, k - i)),
    );
    const twice = once.length === 0 ? [] : [shiftLeft(sum(once), 1n)];
    return k % 2 === 0 ? [...twice, product(load(value, k / 2), load(value, k / 2))] : twice;
  };
  return { parameters: 2, locals: LIMBS + 1, body: reduced(out, 2, column) };
}
