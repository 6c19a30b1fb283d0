import { bytesToHex } from '@noble/curves/utils.js';
import { headerRoot } from '../ethereum/block-header.ts';
import { NETWORKS, type Network } from '../ethereum/networks.ts';
import { COMMITTEE_SIZE, participation } from '../ethereum/participation.ts';
import { prepareCommittee } from '../ethereum/prepared-committee.ts';
import type { Update } from '../ethereum/update.ts';
import { decodeFork, decodeSyncCommittee, decodeUpdate } from '../ethereum/update-json.ts';
import { type UpdateContext, verifyUpdate } from '../ethereum/verify-update.ts';
import { type Decoder, field, has, hexOf, oneOf, record, uint64 } from '../json-fields.ts';
import type { Check, Verdict } from '../verdict.ts';

/**
 * `{ network, fork, committee, period, current_slot, update }`: what is trusted already, and the update in
 * the form of the Beacon API (with or without its envelope `data`).
 */
export const updateRequest: Decoder<Check> = (value, at) => {
  const network = field(value, at, 'network', decodeNetwork);
  const fork = field(value, at, 'fork', decodeFork);
  const committee = field(value, at, 'committee', decodeSyncCommittee);
  const period = field(value, at, 'period', uint64);
  const currentSlot = field(value, at, 'current_slot', uint64);
  const update = field(value, at, 'update', inEnvelope(decodeUpdate));
  return () =>
    updateVerdict(update, {
      network,
      fork,
      committee: prepareCommittee(committee.keys),
      period,
      currentSlot,
    });
};

export function updateVerdict(update: Update, context: UpdateContext): Verdict {
  const took = participation(update.participation).filter(Boolean).length;
  return {
    name: verifyUpdate(update, context),
    facts: {
      block: `0x${bytesToHex(headerRoot(update.attestedHeader))} at slot ${update.attestedHeader.slot}`,
      signed: `at slot ${update.signatureSlot} by ${took} of ${COMMITTEE_SIZE} members, period ${context.period}`,
      ...(update.finality === undefined ? {} : { finalized: `slot ${update.finality.header.slot}` }),
      'next committee': update.nextCommittee === undefined ? 'none in this update' : 'in this update',
    },
  };
}

/** The name of a known network, or `{ genesis_validators_root, genesis_time, electra_epoch, gloas_epoch }` of another. */
export const decodeNetwork: Decoder<Network> = (value, at) => {
  if (typeof value === 'string') return NETWORKS[oneOf(Object.keys(NETWORKS) as KnownNetwork[])(value, at)];
  return {
    genesisValidatorsRoot: field(value, at, 'genesis_validators_root', hexOf(32)),
    genesisSeconds: Number(field(value, at, 'genesis_time', uint64)),
    electraEpoch: field(value, at, 'electra_epoch', uint64),
    gloasEpoch: field(value, at, 'gloas_epoch', uint64),
  };
};

type KnownNetwork = keyof typeof NETWORKS;

const inEnvelope =
  <T>(decoder: Decoder<T>): Decoder<T> =>
  (value, at) =>
    has(record(value, at), at, 'data') ? field(value, at, 'data', decoder) : decoder(value, at);
