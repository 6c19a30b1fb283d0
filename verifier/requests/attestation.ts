import { type Decoder, field, hex, MalformedJson, uint64 } from '../json-fields.ts';
import { type Attestation, type AttestationContext, verifyAttestation } from '../solana/attestation.ts';
import { fromBase58, toBase58 } from '../solana/base58.ts';
import type { Check, Verdict } from '../verdict.ts';
import { address } from './base58-field.ts';
import { ageFact } from './slot-age.ts';
import { slotReports } from './slot-reports.ts';

/** `{ payload, signature, key, mint, limit_slots, slots }`: bytes in hexadecimal or `base58:...`. */
export const attestationRequest: Decoder<Check> = (value, at) => {
  const given = attestationOf(value, at);
  const context = { ...attestationTerms(value, at), slots: field(value, at, 'slots', slotReports) };
  return () => attestationVerdict(given, context);
};

export const attestationOf: Decoder<Attestation> = (value, at) => ({
  payload: field(value, at, 'payload', bytes),
  signature: field(value, at, 'signature', bytes),
  key: field(value, at, 'key', bytes),
});

export const attestationTerms: Decoder<Omit<AttestationContext, 'slots'>> = (value, at) => ({
  mint: field(value, at, 'mint', address),
  limitSlots: field(value, at, 'limit_slots', uint64),
});

export function attestationVerdict(given: Attestation, context: AttestationContext): Verdict {
  const { name, claims, age } = verifyAttestation(given, context);
  const silent = context.slots.flatMap((report) => ('unavailable' in report ? [report.endpoint] : []));
  return {
    name,
    facts: {
      key: toBase58(given.key),
      ...(claims === null
        ? {}
        : {
            mint: claims.mint,
            'custody balance': String(claims.custodyBalance),
            'token supply': String(claims.tokenSupply),
            difference: String(claims.custodyBalance - claims.tokenSupply),
            'signed slot': String(claims.slot),
            age: ageFact(age, context.limitSlots),
          }),
      ...(silent.length > 0 ? { silent: silent.join(', ') } : {}),
    },
  };
}

const PREFIX = 'base58:';

const bytes: Decoder<Uint8Array> = (value, at) => {
  if (typeof value !== 'string' || !value.startsWith(PREFIX)) return hex(4_096)(value, at);
  const decoded = fromBase58(value.slice(PREFIX.length));
  if (decoded === null) throw new MalformedJson(at, 'not base58');
  return decoded;
};
