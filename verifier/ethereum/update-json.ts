import { concatBytes } from '@noble/hashes/utils.js';
import { KEY_BYTES } from '../g1-key.ts';
import { SIGNATURE_BYTES } from '../g2-signature.ts';
import { type Decoder, field, has, hexOf, list, MalformedJson, record, uint64 } from '../json-fields.ts';
import type { BlockHeader } from './block-header.ts';
import type { Fork } from './fork-version.ts';
import type { Root } from './merkle.ts';
import { COMMITTEE_SIZE, PARTICIPATION_BYTES } from './participation.ts';
import type { SyncCommittee } from './sync-committee-root.ts';
import type { Update } from './update.ts';
import type { Bootstrap } from './verify-bootstrap.ts';

/** Deeper than any branch of a beacon state; longer lists are refused before they are read. */
const DEEPEST_BRANCH = 64;

const root = hexOf(32);
const branch = list(root, DEEPEST_BRANCH);

export const decodeHeader: Decoder<BlockHeader> = (value, at) => ({
  slot: field(value, at, 'slot', uint64),
  proposerIndex: field(value, at, 'proposer_index', uint64),
  parentRoot: field(value, at, 'parent_root', root),
  stateRoot: field(value, at, 'state_root', root),
  bodyRoot: field(value, at, 'body_root', root),
});

/** LightClientHeader since Capella: the beacon header stands beside the execution payload header. */
export const decodeLightClientHeader: Decoder<BlockHeader> = (value, at) =>
  field(value, at, 'beacon', decodeHeader);

export const decodeSyncCommittee: Decoder<SyncCommittee> = (value, at) => ({
  keys: concatBytes(...field(value, at, 'pubkeys', committeeKeys)),
  aggregateKey: field(value, at, 'aggregate_pubkey', hexOf(KEY_BYTES)),
});

const committeeKeys: Decoder<Uint8Array[]> = (value, at) => {
  const keys = list(hexOf(KEY_BYTES), COMMITTEE_SIZE)(value, at);
  if (keys.length !== COMMITTEE_SIZE)
    throw new MalformedJson(at, `${keys.length} keys instead of ${COMMITTEE_SIZE}`);
  return keys;
};

export const decodeFork: Decoder<Fork> = (value, at) => ({
  previousVersion: field(value, at, 'previous_version', hexOf(4)),
  currentVersion: field(value, at, 'current_version', hexOf(4)),
  epoch: field(value, at, 'epoch', uint64),
});

/** A LightClientBootstrap as the Beacon API writes it (the object under `data`). */
export const decodeBootstrap: Decoder<Bootstrap> = (value, at) => ({
  header: field(value, at, 'header', decodeLightClientHeader),
  committee: field(value, at, 'current_sync_committee', decodeSyncCommittee),
  branch: field(value, at, 'current_sync_committee_branch', branch),
});

/**
 * A LightClientUpdate or LightClientFinalityUpdate as the Beacon API writes it (the object under
 * `data`). A branch of zeros says that the part it would prove is absent.
 */
export const decodeUpdate: Decoder<Update> = (value, at) => {
  const aggregate = field(value, at, 'sync_aggregate', record);
  const aggregateAt = at === '' ? 'sync_aggregate' : `${at}.sync_aggregate`;
  return {
    attestedHeader: field(value, at, 'attested_header', decodeLightClientHeader),
    ...nextCommitteeOf(value, at),
    ...finalityOf(value, at),
    participation: field(aggregate, aggregateAt, 'sync_committee_bits', hexOf(PARTICIPATION_BYTES)),
    signature: field(aggregate, aggregateAt, 'sync_committee_signature', hexOf(SIGNATURE_BYTES)),
    signatureSlot: field(value, at, 'signature_slot', uint64),
  };
};

function nextCommitteeOf(value: unknown, at: string): Pick<Update, 'nextCommittee'> {
  const nodes = branchOf(value, at, 'next_sync_committee_branch');
  if (nodes === undefined) return {};
  return {
    nextCommittee: { committee: field(value, at, 'next_sync_committee', decodeSyncCommittee), branch: nodes },
  };
}

function finalityOf(value: unknown, at: string): Pick<Update, 'finality'> {
  const nodes = branchOf(value, at, 'finality_branch');
  if (nodes === undefined) return {};
  return {
    finality: { header: field(value, at, 'finalized_header', decodeLightClientHeader), branch: nodes },
  };
}

function branchOf(value: unknown, at: string, name: string): Root[] | undefined {
  if (!has(value, at, name)) return undefined;
  const nodes = field(value, at, name, branch);
  return nodes.length > 0 && nodes.every((node) => node.every((byte) => byte === 0)) ? undefined : nodes;
}
