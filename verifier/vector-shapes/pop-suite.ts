import { concatBytes } from '@noble/hashes/utils.js';
import { type Decoder, field, hex, list, text } from '../json-fields.ts';
import { SYNC_COMMITTEE_CODES } from '../sync-committee-codes.ts';
import { codeOf, firstHasAll, MOST_VECTORS, type VectorCase, type VectorShape } from '../vector-case.ts';
import { observeCode } from './return-codes.ts';

const MOST_BYTES = 4_096;
const MOST_KEYS = 1_024;

/** Wycheproof's proof-of-possession suite: `{ vectors: [{ id, pubkeys: [...], msg, sig, o700_code }] }`. */
export const popSuite: VectorShape = {
  name: 'Wycheproof BLS, proof of possession',
  matches: (document) => firstHasAll(document, 'vectors', ['pubkeys', 'msg', 'sig', 'o700_code']),
  read: (document, at) => field(document, at, 'vectors', list(popVector, MOST_VECTORS)),
};

const popVector: Decoder<VectorCase> = (value, at) => {
  const pubkeys = concatBytes(...field(value, at, 'pubkeys', list(hex(MOST_BYTES), MOST_KEYS)));
  const message = field(value, at, 'msg', hex(MOST_BYTES));
  const signature = field(value, at, 'sig', hex(MOST_BYTES));
  return {
    id: `${field(value, at, 'id', text)} ${field(value, at, 'comment', text)}`,
    expected: { code: field(value, at, 'o700_code', codeOf(SYNC_COMMITTEE_CODES)) },
    observe: () => observeCode(pubkeys, signature, message),
  };
};
