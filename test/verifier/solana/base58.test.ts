import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAddress, toAddress } from '../../../verifier/solana/base58.ts';

describe('addresses', () => {
  it('are written as web3.js writes them, leading zeros included, and read back', () => {
    const zeros = fc
      .nat(32)
      .chain((n) => fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => b.fill(0, 0, n)));
    fc.assert(
      fc.property(zeros, (bytes) => {
        expect(toAddress(bytes)).toBe(new PublicKey(bytes).toBase58());
        expect(fromAddress(toAddress(bytes))).toEqual(bytes);
      }),
      { seed: 5 },
    );
  });

  it('have one text each: nothing longer, shorter, padded or misspelt is read', () => {
    expect(fromAddress('1'.repeat(31))).toBeNull();
    expect(fromAddress('1'.repeat(33))).toBeNull();
    expect(fromAddress('z'.repeat(44))).toBeNull();
    expect(fromAddress(`${'1'.repeat(31)}0`)).toBeNull();
    expect(fromAddress('../../../../../../../../../etc/passwd')).toBeNull();
  });

  it('reads any text without throwing, and what it reads it would write', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), (text) => {
        const bytes = fromAddress(text);
        if (bytes !== null) expect(toAddress(bytes)).toBe(text);
      }),
      { seed: 5 },
    );
  });
});
