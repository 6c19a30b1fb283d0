import type { CodeTable } from '../code-table.ts';

export const ATTESTATION_CODES = {
  verified: { code: 1, verdict: 'pass', meaning: 'signed by this key, for this mint, at a fresh slot' },
  'signature-invalid': { code: 0, verdict: 'fail', meaning: 'the chain would refuse this signature' },
  'malformed-signature': { code: -1, verdict: 'fail', meaning: 'the signature is not 64 bytes' },
  'malformed-key': {
    code: -2,
    verdict: 'fail',
    meaning: 'the key is not 32 bytes that encode a curve point',
  },
  'malformed-payload': { code: -3, verdict: 'fail', meaning: 'the signed bytes are not an attestation' },
  'other-mint': { code: -4, verdict: 'fail', meaning: 'the signature is good, but for another mint' },
  'future-slot': { code: -5, verdict: 'fail', meaning: 'the signed slot is ahead of every endpoint' },
  'stale-slot': { code: -6, verdict: 'fail', meaning: 'the signed slot is older than the limit' },
  'slot-unknown': {
    code: -7,
    verdict: 'unknown',
    meaning: 'the signature is good, but fewer than two endpoints told their slot',
  },
} as const satisfies CodeTable;

export type AttestationCode = keyof typeof ATTESTATION_CODES;
