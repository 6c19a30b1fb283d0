import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { headerRoot } from '../../verifier/ethereum/block-header.ts';
import { BOOTSTRAP_CODES, type BootstrapCode } from '../../verifier/ethereum/bootstrap-codes.ts';
import { stateIndicesAt } from '../../verifier/ethereum/state-indices.ts';
import { type SyncCommittee, syncCommitteeRoot } from '../../verifier/ethereum/sync-committee-root.ts';
import { COMMITTEE, FORKS, GENESIS, header, headerJson, hex } from './signed-update.ts';
import { sparseState } from './sparse-state.ts';

/** The committee of a trusted block in the state of each fork, and what is refused. */
export function bootstrapVectors() {
  const altair = bootstrapAt(900n * 32n);
  const electra = bootstrapAt(1_500n * 32n);
  const vector = (
    code: BootstrapCode,
    id: string,
    reason: string,
    made: typeof altair,
    trusted = made.root,
  ) => ({
    id,
    expect: BOOTSTRAP_CODES[code].code,
    reason,
    trusted_block_root: trusted,
    bootstrap: made.bootstrap,
  });
  const branch = electra.bootstrap.current_sync_committee_branch;
  const withBranch = (nodes: string[]) => ({
    ...electra,
    bootstrap: { ...electra.bootstrap, current_sync_committee_branch: nodes },
  });
  return [
    vector('verified', 'bootstrap-altair', 'the current committee in a state of Altair', altair),
    vector('verified', 'bootstrap-electra', 'in a state of Electra', electra),
    vector('verified', 'bootstrap-gloas', 'in a state of Gloas', bootstrapAt(2_500n * 32n)),
    vector(
      'wrong-block-root',
      'bootstrap-other-block',
      'a sound bootstrap of another block',
      electra,
      altair.root,
    ),
    vector(
      'bad-current-committee-branch',
      'bootstrap-altered',
      'one node altered',
      withBranch(branch.with(2, hex(GENESIS))),
    ),
    vector('bad-current-committee-branch', 'bootstrap-no-nodes', 'no nodes', withBranch([])),
  ];
}

/** The bootstrap of a block, without its committee, which the state of the block names as its current one. */
export function bootstrapAt(slot: bigint, committee: SyncCommittee = COMMITTEE) {
  const index = stateIndicesAt(slot, FORKS).currentSyncCommittee;
  const filler = sha256(utf8ToBytes('drillbook vectors other state'));
  const state = sparseState(
    new Map([
      [index, syncCommitteeRoot(committee)],
      [index ^ 1, filler],
    ]),
  );
  const block = header(slot, state.root);
  return {
    root: hex(headerRoot(block)),
    bootstrap: {
      header: { beacon: headerJson(block) },
      current_sync_committee_branch: state.branch(index).map(hex),
    },
  };
}
