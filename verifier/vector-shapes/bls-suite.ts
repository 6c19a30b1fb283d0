import { bls12_381 } from '@noble/curves/bls12-381.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { type Decoder, field, hex, list, text } from '../json-fields.ts';
import { SYNC_COMMITTEE_CODES } from '../sync-committee-codes.ts';
import { codeOf, hasAll, MOST_VECTORS, type VectorCase, type VectorShape } from '../vector-case.ts';
import { observeCode } from './return-codes.ts';

const MOST_BYTES = 4_096;
const MOST_KEYS = 1_024;
const SOME_ROOT = new Uint8Array(32);
/** Encoding a point prepares tables that take longer than most checks: not before somebody asks. */
const someKey = () => bls12_381.G1.Point.BASE.toBytes();
const someSignature = () => bls12_381.G2.Point.BASE.toBytes();
const expectedCode = codeOf(SYNC_COMMITTEE_CODES);

/**
 * The suites of ethereum/bls12-381-tests that concern the primitive, each entry with the code it must
 * give. A deserialization entry stands as the only key, or as the signature, beside sound others.
 */
export const blsSuite: VectorShape = {
  name: 'ethereum/bls12-381-tests',
  matches: (document) =>
    hasAll(document, ['fast_aggregate_verify', 'deserialization_G1', 'deserialization_G2']),
  read: (document, at) => [
    ...field(document, at, 'fast_aggregate_verify', list(verification, MOST_VECTORS)),
    ...field(document, at, 'verify', list(verification, MOST_VECTORS)),
    ...field(document, at, 'deserialization_G1', list(keyDecoding, MOST_VECTORS)),
    ...field(document, at, 'deserialization_G2', list(signatureDecoding, MOST_VECTORS)),
  ],
};

const verification: Decoder<VectorCase> = (value, at) => {
  const input = field(value, at, 'input', verificationInput);
  return {
    id: field(value, at, 'name', text),
    expected: { code: field(value, at, 'o700_code', expectedCode) },
    observe: () => observeCode(input.pubkeys, input.signature, input.message),
  };
};

const verificationInput = ((value, at) => ({
  pubkeys: concatBytes(...field(value, at, 'pubkeys', list(hex(MOST_BYTES), MOST_KEYS))),
  message: field(value, at, 'message', hex(MOST_BYTES)),
  signature: field(value, at, 'signature', hex(MOST_BYTES)),
})) satisfies Decoder<unknown>;

const keyDecoding: Decoder<VectorCase> = (value, at) => {
  const key = field(value, at, 'input', (input, inputAt) => field(input, inputAt, 'pubkey', hex(MOST_BYTES)));
  return {
    id: `G1 ${field(value, at, 'name', text)}`,
    expected: { code: field(value, at, 'o700_code_as_pubkey', expectedCode) },
    observe: () => observeCode(key, someSignature(), SOME_ROOT),
  };
};

const signatureDecoding: Decoder<VectorCase> = (value, at) => {
  const signature = field(value, at, 'input', (input, inputAt) =>
    field(input, inputAt, 'signature', hex(MOST_BYTES)),
  );
  return {
    id: `G2 ${field(value, at, 'name', text)}`,
    expected: { code: field(value, at, 'o700_code_as_signature', expectedCode) },
    observe: () => observeCode(someKey(), signature, SOME_ROOT),
  };
};
