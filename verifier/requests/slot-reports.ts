import { type Decoder, field, has, list, text, uint64 } from '../json-fields.ts';
import type { SlotReport } from '../solana/slot-age.ts';

/** More endpoints than anybody asks. */
const MOST_REPORTS = 100;

const slotReport: Decoder<SlotReport> = (value, at) => {
  const who = { endpoint: field(value, at, 'endpoint', text), origin: field(value, at, 'origin', text) };
  return has(value, at, 'unavailable')
    ? { ...who, unavailable: field(value, at, 'unavailable', text) }
    : { ...who, slot: field(value, at, 'slot', uint64) };
};

/** `[{ endpoint, origin, slot } or { endpoint, origin, unavailable }]`. */
export const slotReports = list(slotReport, MOST_REPORTS);
