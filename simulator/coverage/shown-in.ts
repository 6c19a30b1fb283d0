import type { Outcome } from '../compiled/simulate.ts';
import { indexOf, TAG, tagOf } from '../compiled/trace-codes.ts';

/** The places of the items that a run of an instrumented machine shows, as often as it does: their events are its last ones. */
export function* shownIn({ trace, length }: Outcome, firstEvent: number): Generator<number> {
  for (let place = 0; place < length; place++) {
    const entry = trace[place] as number;
    if (tagOf(entry) === TAG.event && indexOf(entry) >= firstEvent) yield indexOf(entry) - firstEvent;
  }
}
