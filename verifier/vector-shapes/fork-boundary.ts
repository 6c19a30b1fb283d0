import { bytesToHex } from '@noble/curves/utils.js';
import { forkVersionAt } from '../ethereum/fork-version.ts';
import type { Root } from '../ethereum/merkle.ts';
import { COMMITTEE_KEY_BYTES, PARTICIPATION_BYTES, participation } from '../ethereum/participation.ts';
import {
  type PreparedCommittee,
  prepareCommittee,
  verifyWithCommittee,
} from '../ethereum/prepared-committee.ts';
import { decodeFork, decodeHeader } from '../ethereum/update-json.ts';
import { updateSigningRoot } from '../ethereum/verify-update.ts';
import { type Decoder, field, hex, hexOf, integer, list, text, uint64 } from '../json-fields.ts';
import { SYNC_COMMITTEE_CODES } from '../sync-committee-codes.ts';
import { codeOf, codeText, hasAll, MOST_VECTORS, type VectorCase, type VectorShape } from '../vector-case.ts';

/** One committee and many headers around a fork: `{ genesis_validators_root, committee_pubkeys_concat, cases }`. */
export const forkBoundary: VectorShape = {
  name: 'fork boundary cases',
  matches: (document) => hasAll(document, ['genesis_validators_root', 'committee_pubkeys_concat', 'cases']),
  read: (document, at) => {
    const genesis = field(document, at, 'genesis_validators_root', hexOf(32));
    const keys = field(document, at, 'committee_pubkeys_concat', hexOf(COMMITTEE_KEY_BYTES));
    return field(document, at, 'cases', list(forkCase(genesis, prepareCommittee(keys)), MOST_VECTORS));
  },
};

const forkCase =
  (genesis: Root, committee: PreparedCommittee): Decoder<VectorCase> =>
  (value, at) => {
    const fork = field(value, at, 'fork_endpoint_response', decodeFork);
    const attestedHeader = field(value, at, 'attested_header', decodeHeader);
    const signatureSlot = field(value, at, 'signature_slot', uint64);
    const took = participation(field(value, at, 'sync_committee_bits', hexOf(PARTICIPATION_BYTES)));
    const signature = field(value, at, 'sync_committee_signature', hex(4_096));
    return {
      id: field(value, at, 'id', text),
      expected: {
        code: field(value, at, 'expected_o700_code', codeOf(SYNC_COMMITTEE_CODES)),
        'fork version': bytesToHex(field(value, at, 'correct_fork_version', hexOf(4))),
        'signing root': bytesToHex(field(value, at, 'signing_root', hexOf(32))),
        participants: String(field(value, at, 'participants', integer)),
      },
      observe: () => {
        const root = updateSigningRoot({ attestedHeader, signatureSlot }, fork, genesis);
        const name = verifyWithCommittee(committee, took, signature, root);
        return {
          code: codeText(SYNC_COMMITTEE_CODES, SYNC_COMMITTEE_CODES[name].code),
          'fork version': bytesToHex(forkVersionAt(signatureSlot, fork)),
          'signing root': bytesToHex(root),
          participants: String(took.filter(Boolean).length),
        };
      },
    };
  };
