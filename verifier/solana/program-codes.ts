import type { CodeTable } from '../code-table.ts';

export const PROGRAM_CODES = {
  matches: { code: 1, verdict: 'pass', meaning: 'bytecode and upgrade authority are the audited ones' },
  'hash-differs': { code: 0, verdict: 'fail', meaning: 'the bytecode is not the audited one' },
  'authority-differs': {
    code: -1,
    verdict: 'fail',
    meaning: 'the bytecode is audited, its upgrade authority is not',
  },
  'not-upgradeable': {
    code: -2,
    verdict: 'unknown',
    meaning: 'no program of the upgradeable loader stands there',
  },
  malformed: {
    code: -3,
    verdict: 'unknown',
    meaning: 'the program accounts do not have the layout of the loader',
  },
  absent: { code: -4, verdict: 'unknown', meaning: 'the program or its data account does not exist' },
} as const satisfies CodeTable;

export type ProgramCode = keyof typeof PROGRAM_CODES;
