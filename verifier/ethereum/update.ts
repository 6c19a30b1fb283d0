import type { BlockHeader } from './block-header.ts';
import type { Root } from './merkle.ts';
import type { Slot } from './slots.ts';
import type { SyncCommittee } from './sync-committee-root.ts';

/**
 * A LightClientUpdate of the Altair specification, or a LightClientFinalityUpdate, which has no next
 * committee. Execution payload headers are not read: nothing here vouches for them.
 */
export type Update = {
  readonly attestedHeader: BlockHeader;
  /** Serves the period after that of the ATTESTED header's slot. */
  readonly nextCommittee?: { readonly committee: SyncCommittee; readonly branch: readonly Root[] };
  readonly finality?: { readonly header: BlockHeader; readonly branch: readonly Root[] };
  /** 64 bytes, one bit per member. */
  readonly participation: Uint8Array;
  /** 96 bytes. */
  readonly signature: Uint8Array;
  readonly signatureSlot: Slot;
};
