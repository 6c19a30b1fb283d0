import type { CodeName, CodeTable } from './code-table.ts';

/** What a run over vector files says; the worst of its files names the code, in this order: mismatch, malformed, nothing. */
export const VECTORS_CODES = {
  agreed: { code: 1, verdict: 'pass', meaning: 'every vector gave what it states, ambiguous ones aside' },
  mismatch: {
    code: 0,
    verdict: 'fail',
    meaning: 'a vector that leaves no room gave something else: the verifier is broken, or the file is',
  },
  'malformed-file': {
    code: -1,
    verdict: 'unknown',
    meaning: 'a file is no vector file of a known kind, so it was not run',
  },
  'nothing-ran': { code: -2, verdict: 'unknown', meaning: 'no vector was run' },
} as const satisfies CodeTable;

export type VectorsCode = CodeName<typeof VECTORS_CODES>;
