import type { SlotAgeCode } from './slot-age-codes.ts';

/**
 * What one endpoint said when asked for its slot. `origin` tells endpoints apart, whatever they are called.
 */
export type SlotReport = { readonly endpoint: string; readonly origin: string } & (
  | { readonly slot: bigint }
  | { readonly unavailable: string }
);

export type SlotAge = {
  readonly name: SlotAgeCode;
  /**
   * Highest slot reported minus the slot in question, in slots; null while unknown, negative in the future.
   */
  readonly age: bigint | null;
  readonly unavailable: readonly string[];
};

/**
 * How old `slot` is, measured against the HIGHEST slot of at least two distinct endpoints, so that one
 * endpoint that lags cannot make a stale statement look fresh. The limit is a closed bound: an age equal to
 * it is fresh. A slot ahead of every endpoint is refused, however little: nobody can have read it yet.
 *
 * Leaves to its caller: asking the endpoints at `processed` commitment (a `finalized` slot lags by about 32,
 * which would make honest statements look future), and that they belong to different operators.
 */
export function slotAge(slot: bigint, reports: readonly SlotReport[], limitSlots: bigint): SlotAge {
  const answered = reports.filter((report) => 'slot' in report);
  const unavailable = reports.filter((report) => 'unavailable' in report).map((report) => report.endpoint);
  if (new Set(answered.map((report) => report.origin)).size < 2) {
    return { name: 'unknown', age: null, unavailable };
  }
  const highest = answered.reduce((top, report) => (report.slot > top ? report.slot : top), 0n);
  const age = highest - slot;
  return { name: age < 0n ? 'future' : age > limitSlots ? 'stale' : 'fresh', age, unavailable };
}
