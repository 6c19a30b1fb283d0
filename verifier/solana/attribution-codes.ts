import type { CodeTable } from '../code-table.ts';

export const ATTRIBUTION_CODES = {
  'custom-error': {
    code: 1,
    verdict: 'pass',
    meaning: 'the program that failed first and its custom code are known',
  },
  'other-error': { code: 0, verdict: 'fail', meaning: 'a program failed, but without a custom code' },
  'no-failure': { code: -1, verdict: 'unknown', meaning: 'no program failed in these logs' },
  'truncated-logs': {
    code: -2,
    verdict: 'unknown',
    meaning: 'the logs were cut off, so what failed first is unknown',
  },
  'malformed-logs': { code: -3, verdict: 'unknown', meaning: 'these are not the logs of one transaction' },
} as const satisfies CodeTable;

export type AttributionCode = keyof typeof ATTRIBUTION_CODES;
