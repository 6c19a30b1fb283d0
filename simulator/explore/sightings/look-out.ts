import { beginningsOf } from '../../campaign/beginnings.ts';
import { inIncident } from '../../incident-name.ts';
import type { Promised } from '../../kernel/machine.ts';
import { actOutSighting, type Seen, type Theatre } from './act-out-sighting.ts';
import { type Sightings, sightingsIn } from './sightings.ts';

/** What random runs show of the promises of a machine. They are played when they are first asked about. */
export interface LookOut {
  /** Some run called on the promise. */
  hasCalled(promise: Promised): boolean;
  /** The cheapest break that was seen and that happens in the whole machine. */
  cheapest(promise: Promised): Seen | undefined;
}

/** A run takes some 30 µs, the making of their simulator some 3 s: the breaks that need most of them would cost searches minutes. */
const RUNS = 40_000;

export function lookOutFrom(theatre: Theatre): LookOut {
  let sightings: Sightings | undefined;
  const seen = (): Sightings => {
    sightings ??= sightingsIn(theatre.assumed, beginningsIn(theatre), RUNS);
    return sightings;
  };
  const place = (promise: Promised): number => theatre.whole.promises.indexOf(promise);
  return {
    hasCalled: (promise) => seen().called(place(promise)),
    cheapest: (promise) => {
      for (const sighting of seen().breaks(place(promise))) {
        const acted = actOutSighting(theatre, promise, sighting);
        if (acted) return acted;
      }
      return undefined;
    },
  };
}

/** All ways in which one of the incidents begins; where there are several, the others are left to chance. */
const beginningsIn = ({ book, incidents, whole }: Theatre) =>
  incidents.flatMap(({ id, runbook }) =>
    beginningsOf(book, runbook).flatMap(({ site, alternative }) =>
      [site, inIncident(id, site)]
        .filter(
          (each, index, all) =>
            all.indexOf(each) === index && whole.windows.some((window) => window.site === each),
        )
        .map((each) => ({ site: each, alternative })),
    ),
  );
