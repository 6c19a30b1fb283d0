import type { CodeTable } from '../code-table.ts';

export const SLOT_AGE_CODES = {
  fresh: { code: 1, verdict: 'pass', meaning: 'the slot age is within the limit' },
  stale: { code: 0, verdict: 'fail', meaning: 'the slot age is above the limit' },
  future: { code: -1, verdict: 'fail', meaning: 'the slot is ahead of every endpoint that answered' },
  unknown: { code: -2, verdict: 'unknown', meaning: 'fewer than two distinct endpoints told their slot' },
} as const satisfies CodeTable;

export type SlotAgeCode = keyof typeof SLOT_AGE_CODES;
