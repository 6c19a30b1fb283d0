import { CONTRACTS } from '../../verifier/contracts.ts';
import type { RequestId } from '../../verifier/requests/all.ts';

/** A vector file of one contract, from the code that each request must give, its id and the request. */
export function contractDocument<Id extends RequestId>(
  contract: Id,
  description: string,
  requests: readonly (readonly [keyof (typeof CONTRACTS)[Id]['table'], string, object])[],
) {
  const table: Readonly<Record<PropertyKey, { readonly code: number }>> = CONTRACTS[contract].table;
  return {
    description,
    generator: 'scripts/generate-vectors.mjs (deterministic)',
    contract,
    vectors: requests.map(([name, id, request]) => ({ id, expect: table[name]?.code, request })),
  };
}
