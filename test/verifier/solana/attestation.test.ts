import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyAttestation } from '../../../verifier/solana/attestation.ts';
import type { ATTESTATION_CODES } from '../../../verifier/solana/attestation-codes.ts';
import {
  type AttestationClaims,
  decodeAttestation,
  encodeAttestation,
} from '../../../verifier/solana/attestation-payload.ts';
import { toAddress } from '../../../verifier/solana/base58.ts';
import type { SlotReport } from '../../../verifier/solana/slot-age.ts';

const SECRET = new Uint8Array(32).fill(9);
const KEY = ed25519.getPublicKey(SECRET);
const MINT = toAddress(new Uint8Array(32).fill(3));
const CLAIMS: AttestationClaims = { mint: MINT, slot: 1000n, custodyBalance: 500n, tokenSupply: 500n };

const report = (origin: string, slot: bigint): SlotReport => ({ endpoint: origin, origin, slot });
const CONTEXT = { mint: MINT, slots: [report('a', 1001n), report('b', 1003n)], limitSlots: 5n };

const signed = (claims: AttestationClaims) => {
  const payload = encodeAttestation(claims);
  return { payload, key: KEY, signature: ed25519.sign(payload, SECRET) };
};

const EACH_CODE = {
  verified: [signed(CLAIMS), CONTEXT],
  'signature-invalid': [
    { ...signed(CLAIMS), payload: encodeAttestation({ ...CLAIMS, slot: 1001n }) },
    CONTEXT,
  ],
  'malformed-signature': [{ ...signed(CLAIMS), signature: new Uint8Array(63) }, CONTEXT],
  'malformed-key': [{ ...signed(CLAIMS), key: new Uint8Array(31) }, CONTEXT],
  'malformed-payload': [
    { payload: new Uint8Array(64), key: KEY, signature: ed25519.sign(new Uint8Array(64), SECRET) },
    CONTEXT,
  ],
  'other-mint': [signed({ ...CLAIMS, mint: toAddress(new Uint8Array(32)) }), CONTEXT],
  'future-slot': [signed({ ...CLAIMS, slot: 1004n }), CONTEXT],
  'stale-slot': [signed({ ...CLAIMS, slot: 997n }), CONTEXT],
  'slot-unknown': [signed(CLAIMS), { ...CONTEXT, slots: [report('a', 1001n)] }],
} as const satisfies Record<keyof typeof ATTESTATION_CODES, Parameters<typeof verifyAttestation>>;

describe('verifyAttestation', () => {
  it.each(Object.entries(EACH_CODE))('%s is returned for its own input', (name, [given, context]) => {
    expect(verifyAttestation(given, context).name).toBe(name);
  });

  it('accepts an age equal to the limit, sheet: stale is "above 5 slots"', () => {
    expect(verifyAttestation(signed({ ...CLAIMS, slot: 998n }), CONTEXT)).toMatchObject({
      name: 'verified',
      age: 5n,
    });
  });

  it('hands out no balances that nobody signed', () => {
    const forged = { ...signed(CLAIMS), payload: encodeAttestation({ ...CLAIMS, custodyBalance: 1n }) };
    expect(verifyAttestation(forged, CONTEXT).claims).toBeNull();
  });

  it('never verifies a payload other than the one that was signed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 70 }), (payload) => {
        expect(verifyAttestation({ ...signed(CLAIMS), payload }, CONTEXT).name).toBe('signature-invalid');
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('the layout of the signed bytes', () => {
  it('puts the fields where the documentation puts them', () => {
    const bytes = encodeAttestation({ mint: MINT, slot: 0x0102n, custodyBalance: 3n, tokenSupply: 4n });
    expect(Buffer.from(bytes).toString('hex')).toBe(
      `${Buffer.from('CUSTODY1').toString('hex')}${'03'.repeat(32)}${'0201000000000000'}${'0300000000000000'}${'0400000000000000'}`,
    );
  });

  it('reads back exactly what was written, up to the largest u64', () => {
    const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    const mint = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toAddress);
    fc.assert(
      fc.property(fc.record({ mint, slot: u64, custodyBalance: u64, tokenSupply: u64 }), (claims) => {
        expect(decodeAttestation(encodeAttestation(claims))).toEqual(claims);
      }),
      { seed: 5 },
    );
  });

  it('reads nothing into bytes of another length or tag', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeAttestation(bytes)).toBeNull();
      }),
      { seed: 5 },
    );
  });
});
