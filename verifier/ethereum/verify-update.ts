import { equalBytes } from '@noble/curves/utils.js';
import { type BlockHeader, headerRoot } from './block-header.ts';
import { type Fork, forkVersionAt } from './fork-version.ts';
import { isBranchOf, type Root, ZERO_ROOT } from './merkle.ts';
import type { Network } from './networks.ts';
import { COMMITTEE_SIZE, participation } from './participation.ts';
import { type PreparedCommittee, verifyWithCommittee } from './prepared-committee.ts';
import { signingRoot, syncCommitteeDomain } from './signing-root.ts';
import { committeePeriodOf, type Slot } from './slots.ts';
import { stateIndicesAt } from './state-indices.ts';
import { syncCommitteeRoot } from './sync-committee-root.ts';
import type { Update } from './update.ts';
import type { UpdateCode } from './update-codes.ts';

/** What the verifier trusts already, against which an untrusted update is held. */
export type UpdateContext = {
  readonly network: Network;
  /** The Fork object of the state at the signature slot. */
  readonly fork: Fork;
  readonly committee: PreparedCommittee;
  /** The period that this committee serves. */
  readonly period: bigint;
  /** The slot of now; an update signed later is refused. */
  readonly currentSlot: Slot;
};

/**
 * Verifies an update of the light client protocol (validate_light_client_update of the Altair
 * specification, with the state indices of the later forks), and asks for the two thirds that applying one takes.
 * Pure; the cheap checks come first and the first that fails names the code.
 *
 * Left to the caller: that the committee was itself proved for its period, that the Fork object is the
 * chain's, whether the update is newer than what is known, and the execution payload header.
 */
export function verifyUpdate(update: Update, context: UpdateContext): UpdateCode {
  if (!areSlotsInOrder(update, context.currentSlot)) return 'slots-out-of-order';
  if (committeePeriodOf(update.signatureSlot) !== context.period) return 'wrong-period';
  const took = participation(update.participation);
  if (took.filter(Boolean).length * 3 < COMMITTEE_SIZE * 2) return 'too-few-participants';
  if (!isFinalityProved(update, context.network)) return 'bad-finality-branch';
  if (!isNextCommitteeProved(update, context.network)) return 'bad-next-committee-branch';
  const root = updateSigningRoot(update, context.fork, context.network.genesisValidatorsRoot);
  const code = verifyWithCommittee(context.committee, took, update.signature, root);
  if (code === 'no-keys') throw new Error('two thirds of a committee took part and none of them has a key');
  return code;
}

/** The 32 bytes that the committee signed: the attested header under the domain of the signature slot's fork. */
export function updateSigningRoot(
  update: Pick<Update, 'attestedHeader' | 'signatureSlot'>,
  fork: Fork,
  genesisValidatorsRoot: Root,
): Root {
  const version = forkVersionAt(update.signatureSlot, fork);
  return signingRoot(headerRoot(update.attestedHeader), syncCommitteeDomain(version, genesisValidatorsRoot));
}

function areSlotsInOrder({ attestedHeader, finality, signatureSlot }: Update, currentSlot: Slot): boolean {
  const finalizedSlot = finality?.header.slot ?? 0n;
  return (
    finalizedSlot <= attestedHeader.slot &&
    attestedHeader.slot < signatureSlot &&
    signatureSlot <= currentSlot
  );
}

function isFinalityProved({ attestedHeader, finality }: Update, network: Network): boolean {
  if (finality === undefined) return true;
  const { finalizedRoot } = stateIndicesAt(attestedHeader.slot, network);
  return isBranchOf(attestedHeader.stateRoot, finalizedRoot, finalizedLeaf(finality.header), finality.branch);
}

function isNextCommitteeProved({ attestedHeader, nextCommittee }: Update, network: Network): boolean {
  if (nextCommittee === undefined) return true;
  const { nextSyncCommittee } = stateIndicesAt(attestedHeader.slot, network);
  const leaf = syncCommitteeRoot(nextCommittee.committee);
  return isBranchOf(attestedHeader.stateRoot, nextSyncCommittee, leaf, nextCommittee.branch);
}

/** Before the first finalized checkpoint the state holds a zero root, and the update an empty header for it. */
function finalizedLeaf(header: BlockHeader): Root {
  const root = headerRoot(header);
  return equalBytes(root, EMPTY_HEADER_ROOT) ? ZERO_ROOT : root;
}

const EMPTY_HEADER_ROOT = headerRoot({
  slot: 0n,
  proposerIndex: 0n,
  parentRoot: ZERO_ROOT,
  stateRoot: ZERO_ROOT,
  bodyRoot: ZERO_ROOT,
});
