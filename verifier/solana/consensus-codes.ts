import type { CodeTable } from '../code-table.ts';

export const CONSENSUS_CODES = {
  agreed: {
    code: 1,
    verdict: 'pass',
    meaning: 'two distinct sources or more state the supply found on chain',
  },
  discrepancy: { code: 0, verdict: 'fail', meaning: 'two distinct sources or more agree on another balance' },
  split: { code: -1, verdict: 'unknown', meaning: 'no single balance is stated by two distinct sources' },
  'too-few-sources': { code: -2, verdict: 'unknown', meaning: 'fewer than two distinct sources answered' },
} as const satisfies CodeTable;

export type ConsensusCode = keyof typeof CONSENSUS_CODES;
