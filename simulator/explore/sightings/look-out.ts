import { beginningsOf } from '../../campaign/beginnings.ts';
import { inIncident } from '../../incident-name.ts';
import type { Promised } from '../../kernel/machine.ts';
import { once } from '../once.ts';
import { actOutDraft, type Seen, type Theatre } from './act-out-draft.ts';
import { drillDrafts, playedDrills } from './drill-drafts.ts';
import { randomDraft } from './random-draft.ts';
import { sightingsIn } from './sightings.ts';

/** What the drills of the book and random runs show of the promises of a machine. Each is played when it is first asked about. */
export interface LookOut {
  /** Some run called on the promise. */
  hasCalled(promise: Promised): boolean;
  /** The cheapest break in a drill that happens in the whole machine. */
  inDrills(promise: Promised): Seen | undefined;
  /** The same of the random runs. */
  atRandom(promise: Promised): Seen | undefined;
}

/** A run takes some 30 µs, the making of their simulator some 3 s: the breaks that need most of them would cost searches minutes. */
const RUNS = 40_000;

export function lookOutFrom(theatre: Theatre): LookOut {
  const seen = once(() => sightingsIn(theatre.assumed, beginningsIn(theatre), RUNS));
  const drills = once(() => playedDrills(theatre));
  const place = (promise: Promised): number => theatre.whole.promises.indexOf(promise);
  return {
    hasCalled: (promise) => seen().called(place(promise)),
    inDrills: (promise) =>
      first(drillDrafts(drills(), promise), (draft) => actOutDraft(theatre, promise, draft, [draft.starts])),
    atRandom: (promise) =>
      first(seen().breaks(place(promise)), (sighting) =>
        actOutDraft(theatre, promise, randomDraft(theatre.assumed, sighting)),
      ),
  };
}

/** The first of these that comes to something. */
function first<Part, Story>(
  parts: readonly Part[],
  told: (part: Part) => Story | undefined,
): Story | undefined {
  for (const part of parts) {
    const story = told(part);
    if (story) return story;
  }
  return undefined;
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
