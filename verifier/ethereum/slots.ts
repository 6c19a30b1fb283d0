/** Slots and epochs are unsigned 64-bit integers, counted from genesis. */
export type Slot = bigint;
export type Epoch = bigint;

export const SLOTS_PER_EPOCH = 32n;
const EPOCHS_PER_SYNC_COMMITTEE_PERIOD = 256n;

export const SECONDS_PER_SLOT = 12n;

export const epochOf = (slot: Slot): Epoch => slot / SLOTS_PER_EPOCH;

/**
 * The sync committee period of a slot, about 27 hours. The committee that signed an update is that of
 * its signature slot, not of the header it attests, which may lie in the period before.
 */
export const committeePeriodOf = (slot: Slot): bigint => epochOf(slot) / EPOCHS_PER_SYNC_COMMITTEE_PERIOD;
