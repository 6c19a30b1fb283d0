import { type Epoch, epochOf, type Slot } from './slots.ts';

/** The beacon chain's Fork object, as `/eth/v1/beacon/states/{state}/fork` returns it. Versions are 4 bytes. */
export type Fork = {
  readonly previousVersion: Uint8Array;
  readonly currentVersion: Uint8Array;
  readonly epoch: Epoch;
};

/**
 * The fork version under which a sync committee signed (validate_light_client_update of the Altair light
 * client specification): that of the slot BEFORE the signature's. So the first block of a fork
 * still carries a signature under the previous version, and a header from before the fork that is
 * signed after a skipped slot carries the new one. It is never a constant.
 */
export function forkVersionAt(signatureSlot: Slot, fork: Fork): Uint8Array {
  const signedAt = signatureSlot > 1n ? signatureSlot - 1n : 0n;
  return epochOf(signedAt) < fork.epoch ? fork.previousVersion : fork.currentVersion;
}
