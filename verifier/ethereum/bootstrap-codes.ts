import type { CodeName, CodeTable } from '../code-table.ts';

/** Return codes of the light client bootstrap; the numbers continue those of the update. */
export const BOOTSTRAP_CODES = {
  verified: {
    code: 1,
    verdict: 'pass',
    meaning: 'the committee is the one in the state of the trusted block',
  },
  'wrong-block-root': {
    code: -15,
    verdict: 'fail',
    meaning: 'the header is not that of the trusted block',
  },
  'bad-current-committee-branch': {
    code: -16,
    verdict: 'fail',
    meaning: 'the current committee is not the one in the state of the header',
  },
} as const satisfies CodeTable;

export type BootstrapCode = CodeName<typeof BOOTSTRAP_CODES>;
