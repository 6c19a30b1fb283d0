import { type Epoch, epochOf, type Slot } from './slots.ts';

/** Generalized indices of the BeaconState fields that light client data proves. */
export type StateIndices = {
  readonly currentSyncCommittee: number;
  readonly nextSyncCommittee: number;
  readonly finalizedRoot: number;
};

/** The epochs in which the shape of the state's Merkle tree changed, or will change. */
export type StateForks = { readonly electraEpoch: Epoch; readonly gloasEpoch: Epoch };

/** `*_GINDEX` of the Altair light client specification: a state of at most 32 fields. */
const ALTAIR: StateIndices = { currentSyncCommittee: 54, nextSyncCommittee: 55, finalizedRoot: 105 };

/** `*_GINDEX_ELECTRA`: more than 32 fields, so one level more. */
const ELECTRA: StateIndices = { currentSyncCommittee: 86, nextSyncCommittee: 87, finalizedRoot: 169 };

/** `*_GINDEX_GLOAS`: a progressive container (EIP-7688), so other places altogether. */
const GLOAS: StateIndices = { currentSyncCommittee: 2945, nextSyncCommittee: 2946, finalizedRoot: 735 };

/**
 * The proofs of an update are made in the state of its attested header, so that header's slot chooses
 * the indices. A fork that moves the fields again makes every proof fail, never pass, until its
 * indices are added here.
 */
export function stateIndicesAt(slot: Slot, { electraEpoch, gloasEpoch }: StateForks): StateIndices {
  const epoch = epochOf(slot);
  if (epoch >= gloasEpoch) return GLOAS;
  return epoch >= electraEpoch ? ELECTRA : ALTAIR;
}
