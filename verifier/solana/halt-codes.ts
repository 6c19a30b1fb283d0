import type { CodeTable } from '../code-table.ts';

export const HALT_CODES = {
  halted: { code: 1, verdict: 'pass', meaning: 'the test transfer is refused with the expected error' },
  'not-halted': { code: 0, verdict: 'fail', meaning: 'the test transfer passes' },
  'refused-otherwise': {
    code: -1,
    verdict: 'unknown',
    meaning: 'the test transfer fails for a reason that proves no halt',
  },
  'not-a-transfer': {
    code: -2,
    verdict: 'unknown',
    meaning: 'the test transaction does not transfer the mint in question',
  },
  'not-simulated': { code: -3, verdict: 'unknown', meaning: 'no endpoint simulated the test transfer' },
} as const satisfies CodeTable;

export type HaltCode = keyof typeof HALT_CODES;
