import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bytesToHex } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type BlockHeader, headerRoot } from '../../verifier/ethereum/block-header.ts';
import type { Root } from '../../verifier/ethereum/merkle.ts';
import { COMMITTEE_SIZE, PARTICIPATION_BYTES } from '../../verifier/ethereum/participation.ts';
import { signingRoot, syncCommitteeDomain } from '../../verifier/ethereum/signing-root.ts';
import { committeePeriodOf } from '../../verifier/ethereum/slots.ts';
import { stateIndicesAt } from '../../verifier/ethereum/state-indices.ts';
import { type SyncCommittee, syncCommitteeRoot } from '../../verifier/ethereum/sync-committee-root.ts';
import { type Signer, sign, signers } from './keys.ts';
import { sparseState } from './sparse-state.ts';

export const GENESIS = sha256(utf8ToBytes('drillbook vectors genesis'));
export const FORKS = { electraEpoch: 1_000n, gloasEpoch: 2_000n };
export const OLD = Uint8Array.of(4, 0, 0, 0);
export const NEW = Uint8Array.of(5, 0, 0, 0);
export const FORK_EPOCH = 1_000n;

/** A committee with the secrets of its members, in committee order. */
export type SigningCommittee = SyncCommittee & { readonly members: readonly Signer[] };

/** Real committees repeat validators too; sixteen keys in turn keep the file small. */
export function committeeOf(label: string): SigningCommittee {
  const sixteen = signers(label, 16);
  const members = Array.from({ length: COMMITTEE_SIZE }, (_, index) => sixteen[index % 16] as Signer);
  const points = members.map(({ key }) => bls12_381.G1.Point.fromBytes(key));
  return {
    members,
    keys: concatBytes(...members.map(({ key }) => key)),
    aggregateKey: bls12_381.longSignatures.aggregatePublicKeys(points).toBytes(),
  };
}

export const COMMITTEE = committeeOf('committee');

/** Everything that an update depends on. */
export type Plan = {
  readonly attestedSlot: bigint;
  readonly signatureSlot: bigint;
  readonly currentSlot: bigint;
  readonly period: bigint;
  readonly present: number;
  readonly version: Uint8Array;
  readonly genesis: Root;
  readonly parts: 'both' | 'finality' | 'none';
  readonly finalizedSlot: bigint;
  readonly signedBy: SigningCommittee;
  /** The committee that the attested state names for the period after its own. */
  readonly next: SyncCommittee;
};

export type UpdateJson = Record<string, unknown>;

/** A plan with which everything is in order; the vectors change one thing each. */
export function plan(attestedSlot: bigint): Plan {
  return {
    attestedSlot,
    signatureSlot: attestedSlot + 1n,
    currentSlot: attestedSlot + 40n,
    period: committeePeriodOf(attestedSlot + 1n),
    present: 500,
    version: attestedSlot < FORK_EPOCH * 32n ? OLD : NEW,
    genesis: GENESIS,
    parts: 'both',
    finalizedSlot: attestedSlot - 71n,
    signedBy: COMMITTEE,
    next: COMMITTEE,
  };
}

/** Builds the state, signs its header and writes the update as the Beacon API does. */
export function updateOf(from: Plan): UpdateJson {
  const indices = stateIndicesAt(from.attestedSlot, FORKS);
  const finalized = header(from.finalizedSlot, sha256(utf8ToBytes('finalized state')));
  const state = sparseState(
    new Map([
      [indices.finalizedRoot, headerRoot(finalized)],
      [indices.nextSyncCommittee, syncCommitteeRoot(from.next)],
    ]),
  );
  const attested = header(from.attestedSlot, state.root);
  const root = signingRoot(headerRoot(attested), syncCommitteeDomain(from.version, from.genesis));
  const shown = (index: number, isShown: boolean) =>
    state.branch(index).map((node) => (isShown ? hex(node) : `0x${'00'.repeat(32)}`));
  return {
    attested_header: { beacon: headerJson(attested) },
    next_sync_committee_branch: shown(indices.nextSyncCommittee, from.parts === 'both'),
    finalized_header: { beacon: headerJson(finalized) },
    finality_branch: shown(indices.finalizedRoot, from.parts !== 'none'),
    sync_aggregate: aggregateOf(root, from.signedBy.members.slice(0, from.present)),
    signature_slot: String(from.signatureSlot),
  };
}

/** The first members take part; nobody signs with the point at infinity, as the specification says. */
function aggregateOf(root: Root, present: readonly Signer[]) {
  const bits = new Uint8Array(PARTICIPATION_BYTES);
  for (const member of present.keys()) bits[member >> 3] = (bits[member >> 3] ?? 0) | (1 << (member & 7));
  const signature = present.length === 0 ? `0xc0${'00'.repeat(95)}` : hex(sign(root, present));
  return { sync_committee_bits: hex(bits), sync_committee_signature: signature };
}

/** A committee as the Beacon API writes it. */
export const committeeJson = ({ members, aggregateKey }: SigningCommittee) => ({
  pubkeys: members.map(({ key }) => hex(key)),
  aggregate_pubkey: hex(aggregateKey),
});

export function header(slot: bigint, stateRoot: Root): BlockHeader {
  const filler = (name: string) => sha256(utf8ToBytes(`drillbook vectors ${name} ${slot}`));
  return {
    slot,
    proposerIndex: slot % 1_000n,
    parentRoot: filler('parent'),
    stateRoot,
    bodyRoot: filler('body'),
  };
}

export const headerJson = ({ slot, proposerIndex, parentRoot, stateRoot, bodyRoot }: BlockHeader) => ({
  slot: String(slot),
  proposer_index: String(proposerIndex),
  parent_root: hex(parentRoot),
  state_root: hex(stateRoot),
  body_root: hex(bodyRoot),
});

export const hex = (bytes: Uint8Array): string => `0x${bytesToHex(bytes)}`;
