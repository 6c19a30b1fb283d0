import type { CodeName, CodeTable } from '../code-table.ts';
import { SYNC_COMMITTEE_CODES } from '../sync-committee-codes.ts';

const { verified, invalid } = SYNC_COMMITTEE_CODES;

/**
 * Return codes of the light client update, in the order of the checks after `invalid`. What the
 * primitive says keeps its name and its number; it cannot say `no-keys` here, because
 * `too-few-participants` comes before it.
 */
export const UPDATE_CODES = {
  verified: { ...verified, meaning: 'two thirds of the committee signed the header and every proof holds' },
  invalid: { ...invalid, meaning: 'the signature is not by these members over this header under this fork' },
  'slots-out-of-order': {
    code: -10,
    verdict: 'fail',
    meaning: 'the slots are not finalized <= attested < signature <= current',
  },
  'wrong-period': {
    code: -11,
    verdict: 'fail',
    meaning: 'the signature slot lies outside the period that the given committee serves',
  },
  'too-few-participants': {
    code: -12,
    verdict: 'fail',
    meaning: 'fewer than two thirds of the 512 members took part',
  },
  'bad-finality-branch': {
    code: -13,
    verdict: 'fail',
    meaning: 'the finalized header is not the one in the attested state',
  },
  'bad-next-committee-branch': {
    code: -14,
    verdict: 'fail',
    meaning: 'the next committee is not the one in the attested state',
  },
  'malformed-signature': SYNC_COMMITTEE_CODES['malformed-signature'],
  'malformed-key': SYNC_COMMITTEE_CODES['malformed-key'],
  'aggregation-failed': SYNC_COMMITTEE_CODES['aggregation-failed'],
} as const satisfies CodeTable;

export type UpdateCode = CodeName<typeof UPDATE_CODES>;
