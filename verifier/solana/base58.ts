const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The base58 text of any bytes, as Solana writes addresses (32 bytes) and signatures (64). */
export function toBase58(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)] + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros === -1 ? bytes.length : zeros) + text;
}

/** The base58 text of 32 bytes. */
export function toAddress(bytes: Uint8Array): string {
  if (bytes.length !== 32) throw new TypeError(`an address has 32 bytes, not ${bytes.length}`);
  return toBase58(bytes);
}

/** The bytes of a base58 text of up to 90 characters (64 bytes need 88), or null when it is none. */
export function fromBase58(text: string): Uint8Array | null {
  if (text.length > 90) return null;
  let value = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit === -1) return null;
    value = value * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...new Uint8Array(zeros), ...bytes]);
}

/** The 32 bytes of a base58 address, or null for anything else. Each address has exactly one text. */
export function fromAddress(text: string): Uint8Array | null {
  const bytes = fromBase58(text);
  return bytes?.length === 32 ? bytes : null;
}
