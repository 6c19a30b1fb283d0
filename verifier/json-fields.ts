import { hexToBytes } from '@noble/curves/utils.js';

/**
 * Where in a JSON document something is not as its shape says, and what. Thrown inside a decoder,
 * caught by `decoding`.
 */
export class MalformedJson extends Error {
  readonly at: string;
  readonly problem: string;

  constructor(at: string, problem: string) {
    super(`${at || 'document'}: ${problem}`);
    this.at = at;
    this.problem = problem;
  }
}

export type Decoder<T> = (value: unknown, at: string) => T;

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly malformed: string };

/**
 * Runs a decoder over a parsed document; a malformed document is a value, any other failure is a bug
 * and passes through.
 */
export function decoding<T>(decoder: Decoder<T>, document: unknown): Decoded<T> {
  try {
    return { ok: true, value: decoder(document, '') };
  } catch (error) {
    if (error instanceof MalformedJson) return { ok: false, malformed: error.message };
    throw error;
  }
}

export function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedJson(at, 'expected an object');
  }
  return value as Record<string, unknown>;
}

export function field<T>(value: unknown, at: string, name: string, decoder: Decoder<T>): T {
  const fields = record(value, at);
  const path = at === '' ? name : `${at}.${name}`;
  if (!Object.hasOwn(fields, name)) throw new MalformedJson(path, 'missing');
  return decoder(fields[name], path);
}

export const has = (value: unknown, at: string, name: string): boolean =>
  Object.hasOwn(record(value, at), name);

export const list =
  <T>(decoder: Decoder<T>, atMost: number): Decoder<T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw new MalformedJson(at, 'expected a list');
    if (value.length > atMost)
      throw new MalformedJson(at, `has ${value.length} entries, more than ${atMost}`);
    return value.map((entry, index) => decoder(entry, `${at}[${index}]`));
  };

export const text: Decoder<string> = (value, at) => {
  if (typeof value !== 'string') throw new MalformedJson(at, 'expected a string');
  return value;
};

export const integer: Decoder<number> = (value, at) => {
  if (!Number.isSafeInteger(value)) throw new MalformedJson(at, 'expected an integer');
  return value as number;
};

export const flag: Decoder<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new MalformedJson(at, 'expected true or false');
  return value;
};

export const oneOf =
  <T extends string>(words: readonly T[]): Decoder<T> =>
  (value, at) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new MalformedJson(at, `expected one of ${words.join(', ')}`);
    return found;
  };

export const orNull =
  <T>(decoder: Decoder<T>): Decoder<T | null> =>
  (value, at) =>
    value === null ? null : decoder(value, at);

/** Base64 of the plain alphabet, padded, up to a number of bytes. */
export const base64 =
  (atMostBytes: number): Decoder<Uint8Array> =>
  (value, at) => {
    const digits = text(value, at);
    if (digits.length > Math.ceil(atMostBytes / 3) * 4)
      throw new MalformedJson(at, `longer than ${atMostBytes} bytes`);
    if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits))
      throw new MalformedJson(at, 'not base64');
    return Uint8Array.from(Buffer.from(digits, 'base64'));
  };

/** Hexadecimal text of any even length up to a bound, with or without `0x`. */
export const hex =
  (atMostBytes: number): Decoder<Uint8Array> =>
  (value, at) => {
    const digits = text(value, at).replace(/^0x/, '');
    if (digits.length > 2 * atMostBytes) throw new MalformedJson(at, `longer than ${atMostBytes} bytes`);
    if (digits.length % 2 !== 0) throw new MalformedJson(at, 'an odd number of hex digits');
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new MalformedJson(at, 'not hexadecimal');
    return hexToBytes(digits);
  };

export const hexOf =
  (bytes: number): Decoder<Uint8Array> =>
  (value, at) => {
    const decoded = hex(bytes)(value, at);
    if (decoded.length !== bytes) throw new MalformedJson(at, `${decoded.length} bytes instead of ${bytes}`);
    return decoded;
  };

/**
 * An unsigned 64-bit integer: decimal text, as the Beacon API writes it, or a JSON number small enough
 * to be exact.
 */
export const uint64: Decoder<bigint> = (value, at) => {
  const isExactNumber = Number.isSafeInteger(value) && (value as number) >= 0;
  const isDecimal = typeof value === 'string' && /^(0|[1-9][0-9]{0,19})$/.test(value);
  if (!isExactNumber && !isDecimal) throw new MalformedJson(at, 'expected an unsigned 64-bit integer');
  const number = BigInt(value as string | number);
  if (number >= 1n << 64n) throw new MalformedJson(at, 'does not fit 64 bits');
  return number;
};
