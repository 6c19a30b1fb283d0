/** Text, or the offset of the first byte that is no UTF-8. */
export type Decoded = { readonly text: string } | { readonly badByte: number };

/** UTF-8 without its byte order mark. */
export function decodeText(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { badByte: firstBadByte(bytes) };
  }
}

/** Bytes that begin a sequence and what may follow directly: RFC 3629 section 4 (no surrogates, no overlong forms). */
function sequence(first: number): { length: number; lo: number; hi: number } | undefined {
  if (first < 0x80) return { length: 1, lo: 0, hi: 0 };
  if (first < 0xc2 || first > 0xf4) return undefined;
  if (first < 0xe0) return { length: 2, lo: 0x80, hi: 0xbf };
  if (first < 0xf0) return { length: 3, lo: first === 0xe0 ? 0xa0 : 0x80, hi: first === 0xed ? 0x9f : 0xbf };
  return { length: 4, lo: first === 0xf0 ? 0x90 : 0x80, hi: first === 0xf4 ? 0x8f : 0xbf };
}

function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const shape = sequence(bytes[at] as number);
    if (!shape || !continues(bytes, at, shape)) return at;
    at += shape.length;
  }
  return at;
}

function continues(
  bytes: Uint8Array,
  at: number,
  shape: { length: number; lo: number; hi: number },
): boolean {
  for (let i = 1; i < shape.length; i++) {
    const byte = bytes[at + i] ?? 0;
    if (i === 1 ? byte < shape.lo || byte > shape.hi : byte < 0x80 || byte > 0xbf) return false;
  }
  return true;
}
