import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyStrict } from '../../../verifier/solana/ed25519-strict.ts';
import { outsideVectors, readOutside } from '../outside-vectors.ts';

type Vector = {
  id: string;
  public_key: string;
  message: string;
  signature: string;
  solana_precompile: boolean;
  noble_zip215: boolean;
  noble_strict: boolean;
};

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const vectors: Vector[] = outsideVectors === undefined ? [] : JSON.parse(readOutside('ed25519.json')).vectors;

const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i);
const KEY = ed25519.getPublicKey(SECRET);
const MESSAGE = new TextEncoder().encode('slot 7');
const SIGNATURE = ed25519.sign(MESSAGE, SECRET);

describe.skipIf(vectors.length === 0)('against the measured answers of the chain', () => {
  it.each(vectors)('$id is decided as the precompile decides it', (vector) => {
    const verdict = verifyStrict(bytes(vector.public_key), bytes(vector.message), bytes(vector.signature));
    expect(verdict === 'accepted').toBe(vector.solana_precompile);
  });

  it('contains vectors that ZIP 215 and the common strict rule both get wrong', () => {
    expect(vectors.some((v) => v.noble_zip215 && v.noble_strict && !v.solana_precompile)).toBe(true);
  });
});

describe('verifyStrict', () => {
  it('accepts what RFC 8032 signs', () => {
    expect(verifyStrict(KEY, MESSAGE, SIGNATURE)).toBe('accepted');
  });

  it('refuses S + L, which restates a good signature', () => {
    const s =
      BigInt(`0x${Buffer.from(SIGNATURE.slice(32).reverse()).toString('hex')}`) + ed25519.Point.Fn.ORDER;
    const restated = bytes(s.toString(16).padStart(64, '0')).reverse();
    expect(verifyStrict(KEY, MESSAGE, Uint8Array.from([...SIGNATURE.slice(0, 32), ...restated]))).toBe(
      'refused',
    );
  });

  it('refuses every encoding of every small-order key, although each would sign any message', () => {
    const torsion = ed25519.Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
    for (let i = 0n; i < 8n; i++) {
      const key = torsion.multiplyUnsafe(i).toBytes();
      for (const weak of [key, flipSign(key)]) {
        expect(verifyStrict(weak, MESSAGE, Uint8Array.from([...weak, ...new Uint8Array(32)]))).not.toBe(
          'accepted',
        );
      }
    }
  });

  it('names the part that is not well formed', () => {
    expect(verifyStrict(KEY, MESSAGE, SIGNATURE.slice(1))).toBe('malformed-signature');
    expect(verifyStrict(KEY.slice(1), MESSAGE, SIGNATURE)).toBe('malformed-key');
    expect(verifyStrict(bytes(`02${'00'.repeat(31)}`), MESSAGE, SIGNATURE)).toBe('malformed-key');
  });

  it('accepts no signature, key or message with a single bit changed', () => {
    fc.assert(
      fc.property(fc.constantFrom('key', 'message', 'signature'), fc.nat(511), (part, bit) => {
        const given = { key: KEY.slice(), message: MESSAGE.slice(), signature: SIGNATURE.slice() };
        const index = (bit >> 3) % given[part].length;
        given[part][index] = (given[part][index] as number) ^ (1 << (bit & 7));
        expect(verifyStrict(given.key, given.message, given.signature)).not.toBe('accepted');
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('answers any bytes of any length without throwing, and never accepts them', () => {
    const any = fc.uint8Array({ maxLength: 80 });
    const shaped = (length: number) => fc.oneof(any, fc.uint8Array({ minLength: length, maxLength: length }));
    fc.assert(
      fc.property(shaped(32), any, shaped(64), (key, message, signature) => {
        expect(verifyStrict(key, message, signature)).not.toBe('accepted');
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

function flipSign(key: Uint8Array): Uint8Array {
  return key.map((byte, i) => (i === 31 ? byte ^ 0x80 : byte));
}
