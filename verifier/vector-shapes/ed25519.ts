import { type Decoder, field, flag, hex, list, text } from '../json-fields.ts';
import { verifyStrict } from '../solana/ed25519-strict.ts';
import { firstHasAll, MOST_VECTORS, type VectorCase, type VectorShape } from '../vector-case.ts';

const MOST_BYTES = 4_096;

/** Ed25519 signatures with what the chain's precompile decided: `{ vectors: [{ id, public_key, message, signature, solana_precompile }] }`. */
export const ed25519Decisions: VectorShape = {
  name: 'Ed25519 as the precompile decides',
  matches: (document) =>
    firstHasAll(document, 'vectors', ['public_key', 'message', 'signature', 'solana_precompile']),
  read: (document, at) => field(document, at, 'vectors', list(decision, MOST_VECTORS)),
};

const decision: Decoder<VectorCase> = (value, at) => {
  const key = field(value, at, 'public_key', hex(MOST_BYTES));
  const message = field(value, at, 'message', hex(MOST_BYTES));
  const signature = field(value, at, 'signature', hex(MOST_BYTES));
  return {
    id: field(value, at, 'id', text),
    expected: { signature: said(field(value, at, 'solana_precompile', flag)) },
    observe: () => ({ signature: said(verifyStrict(key, message, signature) === 'accepted') }),
  };
};

const said = (accepted: boolean): string => (accepted ? 'accepted' : 'refused');
