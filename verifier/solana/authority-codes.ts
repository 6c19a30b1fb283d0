import type { CodeTable } from '../code-table.ts';

export const AUTHORITY_CODES = {
  sound: {
    code: 1,
    verdict: 'pass',
    meaning: 'the mint names this multisig, and m distinct members must sign',
  },
  'repeated-member': {
    code: 0,
    verdict: 'fail',
    meaning: 'a member holds several places, so fewer than m can act',
  },
  'threshold-differs': { code: -1, verdict: 'fail', meaning: 'm or n is not what the procedure says' },
  'members-differ': { code: -2, verdict: 'fail', meaning: 'the members are not those on record' },
  'not-a-multisig': {
    code: -3,
    verdict: 'fail',
    meaning: 'the authority is no multisig of the token program',
  },
  'other-authority': {
    code: -4,
    verdict: 'fail',
    meaning: 'the mint names another authority for this, or none',
  },
  unreadable: {
    code: -5,
    verdict: 'unknown',
    meaning: 'the mint or the authority account could not be read',
  },
} as const satisfies CodeTable;

export type AuthorityCode = keyof typeof AUTHORITY_CODES;
