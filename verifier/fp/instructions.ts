/** The few instructions of WebAssembly that the field needs (WebAssembly Core Specification 2.0, section 5.4): bytes, and parts in order. */
export type Code = number | readonly Code[];

/** The bytes of all parts. */
export function bytesOf(code: Code, bytes: number[] = []): number[] {
  if (typeof code === 'number') bytes.push(code);
  else for (const part of code) bytesOf(part, bytes);
  return bytes;
}

/** LEB128 (section 5.2.2), for sizes, indices and offsets. */
export const unsigned = (value: number): Code =>
  value < 0x80 ? value : [(value & 0x7f) | 0x80, unsigned(value >>> 7)];

function signed(value: bigint): Code {
  const low = Number(value & 0x7fn);
  return value >= -0x40n && value < 0x40n ? low : [low | 0x80, signed(value >> 7n)];
}

const BYTES_OF_I64 = 8;
/** The alignment of an i64, as an exponent of two. */
const ALIGNED = 3;

/** A parameter or a local, parameters first. */
export const get = (index: number): Code => [0x20, unsigned(index)];
export const set = (index: number, value: Code): Code => [value, 0x21, unsigned(index)];
export const constant = (value: bigint): Code => [0x42, signed(value)];

/** The i64 at a place of the array that begins at this address. */
export const load = (address: Code, place: number): Code => [address, 0x29, ALIGNED, offset(place)];
export const store = (address: Code, place: number, value: Code): Code => [
  address,
  value,
  0x37,
  ALIGNED,
  offset(place),
];
const offset = (place: number): Code => unsigned(BYTES_OF_I64 * place);

export const sum = (terms: readonly Code[]): Code =>
  terms.map((term, place) => (place === 0 ? term : [term, 0x7c]));
export const product = (left: Code, right: Code): Code => [left, right, 0x7e];
export const and = (left: Code, right: Code): Code => [left, right, 0x83];
export const shiftLeft = (value: Code, bits: bigint): Code => [value, constant(bits), 0x86];
/** Keeps the sign. */
export const shiftRight = (value: Code, bits: bigint): Code => [value, constant(bits), 0x87];
/** The i64 with the value of an i32, sign and all. */
export const extend = (value: Code): Code => [value, 0xac];
