import type { AttestationCode } from './attestation-codes.ts';
import { type AttestationClaims, decodeAttestation } from './attestation-payload.ts';
import { type StrictVerdict, verifyStrict } from './ed25519-strict.ts';
import { type SlotReport, slotAge } from './slot-age.ts';
import type { SlotAgeCode } from './slot-age-codes.ts';

export type Attestation = {
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** The attestor's key as pinned by the operator, never as delivered with the attestation. */
  readonly key: Uint8Array;
};

export type AttestationContext = {
  /** Base58 address of the mint in question. */
  readonly mint: string;
  readonly slots: readonly SlotReport[];
  readonly limitSlots: bigint;
};

export type AttestationVerdict = {
  readonly name: AttestationCode;
  /** What was signed; null unless the signature is good, so that nobody reads numbers nobody signed. */
  readonly claims: AttestationClaims | null;
  /** In slots; null unless it was measured. */
  readonly age: bigint | null;
};

const OF_SIGNATURE = {
  accepted: null,
  refused: 'signature-invalid',
  'malformed-signature': 'malformed-signature',
  'malformed-key': 'malformed-key',
} as const satisfies Record<StrictVerdict, AttestationCode | null>;

const OF_AGE = {
  fresh: 'verified',
  stale: 'stale-slot',
  future: 'future-slot',
  unknown: 'slot-unknown',
} as const satisfies Record<SlotAgeCode, AttestationCode>;

/**
 * Verifies one custody attestation. Order of checks, pinned: signature length, key, signature, layout, mint,
 * slot. The first failure names the code.
 *
 * Leaves to its caller: that the key is the attestor's (pinned, rotated), that the balances agree
 * (`consensus.ts`), and that a later statement of the same attestor does not exist.
 */
export function verifyAttestation(given: Attestation, context: AttestationContext): AttestationVerdict {
  const refused = OF_SIGNATURE[verifyStrict(given.key, given.payload, given.signature)];
  if (refused !== null) return { name: refused, claims: null, age: null };
  const claims = decodeAttestation(given.payload);
  if (claims === null) return { name: 'malformed-payload', claims: null, age: null };
  if (claims.mint !== context.mint) return { name: 'other-mint', claims, age: null };
  const { name, age } = slotAge(claims.slot, context.slots, context.limitSlots);
  return { name: OF_AGE[name], claims, age };
}
