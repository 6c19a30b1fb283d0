import { equalBytes } from '@noble/curves/utils.js';
import { type BlockHeader, headerRoot } from './block-header.ts';
import type { BootstrapCode } from './bootstrap-codes.ts';
import { isBranchOf, type Root } from './merkle.ts';
import { type StateForks, stateIndicesAt } from './state-indices.ts';
import { type SyncCommittee, syncCommitteeRoot } from './sync-committee-root.ts';

/** LightClientBootstrap of the Altair specification. The committee serves the period of the header's slot. */
export type Bootstrap = {
  readonly header: BlockHeader;
  readonly committee: SyncCommittee;
  readonly branch: readonly Root[];
};

/**
 * Proves the committee of a period from the root of one block that is trusted already
 * (initialize_light_client_store). Every later committee follows from it by verified updates, so the
 * caller takes that root from somewhere other than the endpoint that serves the bootstrap.
 */
export function verifyBootstrap(bootstrap: Bootstrap, trustedBlock: Root, forks: StateForks): BootstrapCode {
  const { header, committee, branch } = bootstrap;
  if (!equalBytes(headerRoot(header), trustedBlock)) return 'wrong-block-root';
  const { currentSyncCommittee } = stateIndicesAt(header.slot, forks);
  const isProved = isBranchOf(header.stateRoot, currentSyncCommittee, syncCommitteeRoot(committee), branch);
  return isProved ? 'verified' : 'bad-current-committee-branch';
}
