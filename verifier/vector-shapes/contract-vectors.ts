import { CONTRACTS } from '../contracts.ts';
import { type Decoder, field, list, oneOf, text } from '../json-fields.ts';
import { REQUESTS, type RequestId } from '../requests/all.ts';
import { codeOf, codeText, hasAll, MOST_VECTORS, type VectorCase, type VectorShape } from '../vector-case.ts';

const IDS = Object.keys(REQUESTS) as RequestId[];

/** Requests of one contract with the code that each must give: `{ contract, vectors: [{ id, expect, request }] }`. */
export const contractVectors: VectorShape = {
  name: 'requests of one contract',
  matches: (document) => hasAll(document, ['contract', 'vectors']),
  read: (document, at) => {
    const id = field(document, at, 'contract', oneOf(IDS));
    return field(document, at, 'vectors', list(requestCase(id), MOST_VECTORS));
  },
};

const requestCase =
  (id: RequestId): Decoder<VectorCase> =>
  (value, at) => {
    const { table } = CONTRACTS[id];
    const check = field(value, at, 'request', REQUESTS[id]);
    return {
      id: field(value, at, 'id', text),
      expected: { code: field(value, at, 'expect', codeOf(table)) },
      observe: () => {
        const { name } = check();
        return { code: codeText(table, table[name as keyof typeof table]['code']) };
      },
    };
  };
