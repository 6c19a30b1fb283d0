import { bytesToHex } from '@noble/curves/utils.js';
import { headerRoot } from '../ethereum/block-header.ts';
import { isBranchOf, type Root } from '../ethereum/merkle.ts';
import {
  COMMITTEE_KEY_BYTES,
  PARTICIPATION_BYTES,
  participatingKeys,
  participation,
} from '../ethereum/participation.ts';
import { signingRoot, syncCommitteeDomain } from '../ethereum/signing-root.ts';
import { committeePeriodOf } from '../ethereum/slots.ts';
import { syncCommitteeRoot } from '../ethereum/sync-committee-root.ts';
import { decodeHeader } from '../ethereum/update-json.ts';
import { KEY_BYTES } from '../g1-key.ts';
import { type Decoder, field, hex, hexOf, integer, list, text, uint64 } from '../json-fields.ts';
import { SYNC_COMMITTEE_CODES } from '../sync-committee-codes.ts';
import { codeOf, firstHasAll, type VectorCase, type VectorShape } from '../vector-case.ts';
import { observeCode } from './return-codes.ts';

/** A whole committee is verified for each record, a third of a second. */
const MOST_RECORDS = 500;

/** Updates of real networks with their committees: `{ records: [{ attested_header, sync_committee, ... }] }`. */
export const lightClientRecords: VectorShape = {
  name: 'light client updates of real networks',
  matches: (document) =>
    firstHasAll(document, 'records', ['attested_header', 'sync_committee', 'signing_root']),
  read: (document, at) => field(document, at, 'records', list(lightClientRecord, MOST_RECORDS)),
};

const root32 = hexOf(32);

const lightClientRecord: Decoder<VectorCase> = (value, at) => {
  const expected = expectedOf(value, at);
  const proof = field(value, at, 'next_sync_committee_branch', list(root32, 64));
  const index = field(value, at, 'next_sync_committee_gindex', integer);
  const nextRoot = field(value, at, 'next_sync_committee_root', root32);
  const header = field(value, at, 'attested_header', decodeHeader);
  const committee = field(value, at, 'sync_committee', committeeOf);
  const bits = field(value, at, 'sync_committee_bits', hexOf(PARTICIPATION_BYTES));
  const signature = field(value, at, 'sync_committee_signature', hex(4_096));
  const slot = field(value, at, 'signature_slot', uint64);
  const domain = syncCommitteeDomain(
    field(value, at, 'fork_version', hexOf(4)),
    field(value, at, 'genesis_validators_root', root32),
  );
  return {
    id: field(value, at, 'id', text),
    expected,
    observe: () => {
      const took = participation(bits);
      const root = signingRoot(headerRoot(header), domain);
      return {
        ...observeCode(participatingKeys(committee.keys, took), signature, root),
        block: bytesToHex(headerRoot(header)),
        committee: bytesToHex(syncCommitteeRoot(committee)),
        domain: bytesToHex(domain),
        'signing root': bytesToHex(root),
        period: String(committeePeriodOf(slot)),
        participants: String(took.filter(Boolean).length),
        'next committee': isBranchOf(header.stateRoot, index, nextRoot, proof) ? 'proved' : 'not proved',
      };
    },
  };
};

const expectedOf = (value: unknown, at: string) => ({
  code: field(value, at, 'expected_o700_code', codeOf(SYNC_COMMITTEE_CODES)),
  block: field(value, at, 'attested_block_root', rootText),
  committee: field(value, at, 'sync_committee', (committee, committeeAt) =>
    field(committee, committeeAt, 'root', rootText),
  ),
  domain: field(value, at, 'domain', rootText),
  'signing root': field(value, at, 'signing_root', rootText),
  period: String(field(value, at, 'sync_committee_period', uint64)),
  participants: String(field(value, at, 'participants', integer)),
  'next committee': 'proved',
});

const rootText: Decoder<string> = (value, at) => bytesToHex(root32(value, at) as Root);

const committeeOf = ((value, at) => ({
  keys: field(value, at, 'pubkeys_concat', hexOf(COMMITTEE_KEY_BYTES)),
  aggregateKey: field(value, at, 'aggregate_pubkey', hexOf(KEY_BYTES)),
})) satisfies Decoder<unknown>;
