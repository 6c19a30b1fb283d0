/** @throws TypeError unless the value is a Uint8Array; strings and plain arrays are a caller's bug. */
export function assertBytes(name: string, value: unknown): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError(`${name} must be a Uint8Array`);
}

/** @throws TypeError unless the value is a Uint8Array of 32 bytes. */
export function assertSigningRoot(value: unknown): asserts value is Uint8Array {
  assertBytes('signingRoot', value);
  if (value.length !== 32) throw new TypeError(`signingRoot must be 32 bytes, not ${value.length}`);
}
