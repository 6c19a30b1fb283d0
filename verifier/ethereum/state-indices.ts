import { type Epoch, epochOf, type Slot } from './slots.ts';

/**
 * Generalized indices of BeaconState fields (Altair and Electra light client specifications,
 * `*_GINDEX` and `*_GINDEX_ELECTRA`). The next committee of an update is proved in the state of its attested header, so
 * the header's own slot chooses the layout. A later fork that moves these fields again makes branches
 * fail, never pass: its indices must be added here.
 */
export type StateIndices = {
  readonly currentSyncCommittee: number;
  readonly nextSyncCommittee: number;
  readonly finalizedRoot: number;
};

const ALTAIR: StateIndices = { currentSyncCommittee: 54, nextSyncCommittee: 55, finalizedRoot: 105 };
const ELECTRA: StateIndices = { currentSyncCommittee: 86, nextSyncCommittee: 87, finalizedRoot: 169 };

export function stateIndicesAt(slot: Slot, electraEpoch: Epoch): StateIndices {
  return epochOf(slot) < electraEpoch ? ALTAIR : ELECTRA;
}
