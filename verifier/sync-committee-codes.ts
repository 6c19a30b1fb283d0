import type { CodeName, CodeTable } from './code-table.ts';

/**
 * Return codes of the sync committee primitive, in the numbers of its contract (sheet O-700, R.01).
 * The order in which the checks run is another one: see the function.
 */
export const SYNC_COMMITTEE_CODES = {
  verified: { code: 1, verdict: 'pass', meaning: 'signature verified' },
  invalid: { code: 0, verdict: 'fail', meaning: 'signature invalid' },
  'malformed-signature': {
    code: -1,
    verdict: 'fail',
    meaning: 'signature parse failed: not 96 bytes that encode a point on the G2 curve',
  },
  'no-keys': { code: -2, verdict: 'fail', meaning: 'no public keys provided' },
  'aggregation-failed': {
    code: -3,
    verdict: 'fail',
    meaning: 'aggregation failed: a key is the point at infinity or lies outside the G1 subgroup',
  },
  'malformed-key': {
    code: -4,
    verdict: 'fail',
    meaning: 'malformed public key: a 48-byte slice is not a valid G1 point',
  },
} as const satisfies CodeTable;

export type SyncCommitteeCode = CodeName<typeof SYNC_COMMITTEE_CODES>;
