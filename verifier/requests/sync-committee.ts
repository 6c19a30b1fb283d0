import { concatBytes } from '@noble/hashes/utils.js';
import { KEY_BYTES } from '../g1-key.ts';
import { type Decoder, field, hex, hexOf, list, MalformedJson } from '../json-fields.ts';
import { verifySyncCommittee } from '../sync-committee.ts';
import { MOST_KEY_BYTES } from '../vector-case.ts';
import type { Check } from '../verdict.ts';

/** More than any key or signature has, and few enough to be read at once; a wrong length has a code. */
const MOST_BYTES = 4_096;

/** `{ pubkeys, signature, signing_root }`, hexadecimal; the keys as one text or as a list of texts. */
export const syncCommitteeRequest: Decoder<Check> = (value, at) => {
  const pubkeys = field(value, at, 'pubkeys', keys);
  const signature = field(value, at, 'signature', hex(MOST_BYTES));
  const root = field(value, at, 'signing_root', hexOf(32));
  return () => ({
    name: verifySyncCommittee(pubkeys, signature, root),
    facts: {
      keys: `${Math.ceil(pubkeys.length / KEY_BYTES)}, ${new Set(chunks(pubkeys)).size} distinct`,
      'not checked': 'that these keys are the committee, and that the root belongs to the right fork',
    },
  });
};

const keys: Decoder<Uint8Array> = (value, at) => {
  if (!Array.isArray(value)) return hex(MOST_KEY_BYTES)(value, at);
  const bytes = concatBytes(...list(hex(MOST_BYTES), MOST_KEY_BYTES / KEY_BYTES)(value, at));
  if (bytes.length > MOST_KEY_BYTES) throw new MalformedJson(at, `longer than ${MOST_KEY_BYTES} bytes`);
  return bytes;
};

function* chunks(bytes: Uint8Array): Iterable<string> {
  for (let start = 0; start < bytes.length; start += KEY_BYTES)
    yield bytes.subarray(start, start + KEY_BYTES).join();
}
