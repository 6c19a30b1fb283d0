import { BOOTSTRAP_CODES } from '../ethereum/bootstrap-codes.ts';
import { COMMITTEE_SIZE } from '../ethereum/participation.ts';
import { type PreparedCommittee, prepareCommittee } from '../ethereum/prepared-committee.ts';
import type { SyncCommittee } from '../ethereum/sync-committee-root.ts';
import { UPDATE_CODES } from '../ethereum/update-codes.ts';
import { decodeBootstrap, decodeFork, decodeSyncCommittee, decodeUpdate } from '../ethereum/update-json.ts';
import { verifyBootstrap } from '../ethereum/verify-bootstrap.ts';
import { type UpdateContext, verifyUpdate } from '../ethereum/verify-update.ts';
import { KEY_BYTES } from '../g1-key.ts';
import {
  type Decoder,
  field,
  has,
  hexOf,
  integer,
  list,
  MalformedJson,
  record,
  text,
  uint64,
} from '../json-fields.ts';
import { codeOf, codeText, hasAll, MOST_VECTORS, type VectorCase, type VectorShape } from '../vector-case.ts';

/**
 * One committee, one fork, many updates and bootstraps in the shapes of the Beacon API:
 * `{ genesis_validators_root, electra_epoch, gloas_epoch, fork, committee,
 * updates: [{ id, expect, period, current_slot, update, committee_member? }],
 * bootstraps: [{ id, expect, trusted_block_root, bootstrap }] }`. The next committee of every update and the
 * current one of every bootstrap is the file's own, so that 512 keys stand there once.
 */
export const lightClientUpdates: VectorShape = {
  name: 'light client updates',
  matches: (document) => hasAll(document, ['genesis_validators_root', 'committee', 'updates', 'bootstraps']),
  read: (document, at) => {
    const committee = field(document, at, 'committee', decodeSyncCommittee);
    const shared = {
      committee,
      committeeJson: field(document, at, 'committee', record),
      prepared: prepareCommittee(committee.keys),
      fork: field(document, at, 'fork', decodeFork),
      network: {
        genesisValidatorsRoot: field(document, at, 'genesis_validators_root', hexOf(32)),
        genesisSeconds: 0,
        electraEpoch: field(document, at, 'electra_epoch', uint64),
        gloasEpoch: field(document, at, 'gloas_epoch', uint64),
      },
    };
    return [
      ...field(document, at, 'updates', list(updateCase(shared), MOST_VECTORS)),
      ...field(document, at, 'bootstraps', list(bootstrapCase(shared), MOST_VECTORS)),
    ];
  },
};

type Shared = Pick<UpdateContext, 'fork' | 'network'> & {
  readonly committee: SyncCommittee;
  readonly committeeJson: Record<string, unknown>;
  readonly prepared: PreparedCommittee;
};

const updateCase =
  (shared: Shared): Decoder<VectorCase> =>
  (value, at) => {
    const update = field(value, at, 'update', (fields, updateAt) =>
      decodeUpdate({ ...record(fields, updateAt), next_sync_committee: shared.committeeJson }, updateAt),
    );
    const period = field(value, at, 'period', uint64);
    const currentSlot = field(value, at, 'current_slot', uint64);
    const committee = has(value, at, 'committee_member')
      ? field(value, at, 'committee_member', committeeWith(shared.committee.keys))
      : shared.prepared;
    return {
      id: field(value, at, 'id', text),
      expected: { code: field(value, at, 'expect', codeOf(UPDATE_CODES)) },
      observe: () => {
        const name = verifyUpdate(update, { ...shared, committee, period, currentSlot });
        return { code: codeText(UPDATE_CODES, UPDATE_CODES[name].code) };
      },
    };
  };

const bootstrapCase =
  (shared: Shared): Decoder<VectorCase> =>
  (value, at) => {
    const bootstrap = field(value, at, 'bootstrap', (fields, bootstrapAt) =>
      decodeBootstrap(
        { ...record(fields, bootstrapAt), current_sync_committee: shared.committeeJson },
        bootstrapAt,
      ),
    );
    const trusted = field(value, at, 'trusted_block_root', hexOf(32));
    return {
      id: field(value, at, 'id', text),
      expected: { code: field(value, at, 'expect', codeOf(BOOTSTRAP_CODES)) },
      observe: () => {
        const name = verifyBootstrap(bootstrap, trusted, shared.network);
        return { code: codeText(BOOTSTRAP_CODES, BOOTSTRAP_CODES[name].code) };
      },
    };
  };

/** The file's committee with one member's key replaced: `{ index, key }`. */
const committeeWith =
  (keys: Uint8Array): Decoder<PreparedCommittee> =>
  (value, at) => {
    const index = field(value, at, 'index', integer);
    if (index < 0 || index >= COMMITTEE_SIZE) throw new MalformedJson(`${at}.index`, 'no such member');
    const changed = Uint8Array.from(keys);
    changed.set(field(value, at, 'key', hexOf(KEY_BYTES)), index * KEY_BYTES);
    return prepareCommittee(changed);
  };
