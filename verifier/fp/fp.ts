import { combineFunction } from './combine-code.ts';
import { LIMBS, limbsOf, numberOf, P, R } from './limbs.ts';
import { multiplyFunction, squareFunction } from './product-code.ts';
import { wasmModule } from './wasm-module.ts';

/** Where one element of the field stands, as an address: made once with `slot`, written and read again at each use. */
export type Slot = number;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  multiply(out: Slot, left: Slot, right: Slot): void;
  square(out: Slot, value: Slot): void;
  combine(out: Slot, left: Slot, m: number, right: Slot, n: number): void;
}

/** The part of the platform's interface that is used; the types of Node leave it to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const { memory, ...operations } = new WebAssembly.Instance(
  new WebAssembly.Module(
    wasmModule({ multiply: multiplyFunction(), square: squareFunction(), combine: combineFunction() }),
  ),
).exports as Exports;

/**
 * The field of BLS12-381's coordinates, four times as fast as BigInt (docs/decisions/0008). Elements are in Montgomery form and
 * not reduced: `multiply` and `square` take any of at most 32 P, whatever the sign, and leave one between -P/2 and 3P/2;
 * `combine` adds multiples, and the caller sees to it that no sum is above 32 P. Results may overwrite an input.
 * Nothing runs in constant time: every input is public.
 */
export const { multiply, square, combine } = operations;

const words = new BigInt64Array(memory.buffer);
const BYTES = LIMBS * BigInt64Array.BYTES_PER_ELEMENT;
let made = 0;

/** @throws RangeError when the memory, room for 585 elements, is full. */
export function slot(): Slot {
  if ((made + 1) * BYTES > memory.buffer.byteLength) throw new RangeError('no room for another element');
  return made++ * BYTES;
}

/** Writes limbs as they are. */
function write(at: Slot, value: bigint): Slot {
  words.set(limbsOf(value), at / BigInt64Array.BYTES_PER_ELEMENT);
  return at;
}

const INTO = write(slot(), (R * R) % P);
const UNIT = write(slot(), 1n);
const plain = slot();

/** Writes a number below 32 P, as an element. */
export function put(at: Slot, value: bigint): void {
  multiply(at, write(at, value), INTO);
}

/** The number that an element stands for, from 0 to P - 1. */
export function numberAt(at: Slot): bigint {
  multiply(plain, at, UNIT);
  const first = plain / BigInt64Array.BYTES_PER_ELEMENT;
  const value = numberOf(words.subarray(first, first + LIMBS)) % P;
  return value < 0n ? value + P : value;
}
