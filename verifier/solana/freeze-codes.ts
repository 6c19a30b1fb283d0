import type { CodeTable } from '../code-table.ts';

export const FREEZE_CODES = {
  frozen: {
    code: 1,
    verdict: 'pass',
    meaning: 'the test transfer is refused as expected and the paused flag is set',
  },
  'not-frozen': { code: 0, verdict: 'fail', meaning: 'the test transfer passes' },
  bypassed: {
    code: -1,
    verdict: 'fail',
    meaning: 'the paused flag is set and the test transfer passes all the same',
  },
  'refused-otherwise': {
    code: -2,
    verdict: 'unknown',
    meaning: 'the test transfer fails for a reason that proves no freeze',
  },
  'flag-not-set': {
    code: -3,
    verdict: 'fail',
    meaning: 'the test transfer is refused as expected, but the paused flag is not set',
  },
  'flag-unreadable': {
    code: -4,
    verdict: 'unknown',
    meaning: 'the test transfer is refused as expected, but no paused flag could be read',
  },
  'not-a-transfer': {
    code: -5,
    verdict: 'unknown',
    meaning: 'the test transaction does not transfer the mint in question',
  },
  'not-simulated': { code: -6, verdict: 'unknown', meaning: 'no endpoint simulated the test transfer' },
} as const satisfies CodeTable;

export type FreezeCode = keyof typeof FREEZE_CODES;
