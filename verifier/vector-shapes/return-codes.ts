import { type Decoder, field, has, hex, list, text } from '../json-fields.ts';
import { verifySyncCommittee } from '../sync-committee.ts';
import { SYNC_COMMITTEE_CODES } from '../sync-committee-codes.ts';
import {
  codeOf,
  codeText,
  type Facts,
  firstHasAll,
  MOST_KEY_BYTES,
  MOST_VECTORS,
  type NotApplicable,
  type VectorCase,
  type VectorShape,
} from '../vector-case.ts';

/** The longest signature or root that a vector may hold; wrong lengths are what some vectors are about. */
const MOST_BYTES = 4_096;

/** `{ vectors: [{ id, expect, pubkeys, signature, signing_root, ambiguous? }] }`, hexadecimal without `0x`. */
export const returnCodes: VectorShape = {
  name: 'sync committee return codes',
  matches: (document) => firstHasAll(document, 'vectors', ['expect', 'pubkeys', 'signature', 'signing_root']),
  read: (document, at) => field(document, at, 'vectors', list(returnCode, MOST_VECTORS)),
};

const returnCode: Decoder<VectorCase> = (value, at) => {
  const pubkeys = field(value, at, 'pubkeys', hex(MOST_KEY_BYTES));
  const signature = field(value, at, 'signature', hex(MOST_BYTES));
  const root = field(value, at, 'signing_root', hex(MOST_BYTES));
  return {
    id: field(value, at, 'id', text),
    ...(has(value, at, 'ambiguous') ? { ambiguous: field(value, at, 'ambiguous', text) } : {}),
    expected: { code: field(value, at, 'expect', codeOf(SYNC_COMMITTEE_CODES)) },
    observe: () => observeCode(pubkeys, signature, root),
  };
};

/** The primitive's contract covers 32-byte roots only; a vector over another message says nothing about it. */
export function observeCode(
  pubkeys: Uint8Array,
  signature: Uint8Array,
  root: Uint8Array,
): Facts | NotApplicable {
  if (root.length !== 32) return { notApplicable: `the message has ${root.length} bytes, a signing root 32` };
  const name = verifySyncCommittee(pubkeys, signature, root);
  return { code: codeText(SYNC_COMMITTEE_CODES, SYNC_COMMITTEE_CODES[name].code) };
}
