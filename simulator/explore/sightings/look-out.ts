import { beginningsOf } from '../../campaign/beginnings.ts';
import { inIncident } from '../../incident-name.ts';
import type { Promised } from '../../kernel/machine.ts';
import { once } from '../once.ts';
import { actOutDraft, type Calm, type Theatre } from './act-out-draft.ts';
import { drillDrafts, isCalledIn, playedDrills } from './drill-drafts.ts';
import { callsIn, draftOfRun, randomDraft } from './random-draft.ts';
import { oddsOfRun } from './random-runs.ts';
import { sightingsIn } from './sightings.ts';

/**
 * What the drills of the book and random runs show of the promises of a machine. Each is played when it is first asked about.
 * `calmedBy`: what made a story calm before.
 */
export interface LookOut {
  /** A run that calls on the promise: its seed, or a drill; undefined: none does. `seed`: the run that is tried first. */
  calling(promise: Promised, seed?: number): Called | undefined;
  /** The cheapest break in a drill that happens in the whole machine, of those with fewer failures than this. */
  inDrills(promise: Promised, below?: number, calmedBy?: readonly number[]): SeenInDrill | undefined;
  /** The same of the random runs. */
  atRandom(promise: Promised): SeenAtRandom | undefined;
  /** How the random run of this seed breaks the promise. */
  inRun(promise: Promised, seed: number, calmedBy?: readonly number[]): SeenAtRandom | undefined;
}

export interface Called {
  readonly seed: number | undefined;
}

/** A break that a drill of the book shows. */
export interface SeenInDrill extends Calm {
  readonly drill: true;
}

/** A break, and the seed of the random run that showed it. */
export interface SeenAtRandom extends Calm {
  readonly seed: number;
}

/** A run takes some 30 µs, the making of their simulator some 3 s: the breaks that need most of them would cost searches minutes. */
const RUNS = 40_000;

export function lookOutFrom(theatre: Theatre): LookOut {
  const { assumed, whole } = theatre;
  const beginnings = once(() => beginningsIn(theatre));
  const seen = once(() => sightingsIn(assumed, beginnings(), RUNS));
  const drills = once(() => playedDrills(theatre));
  const place = (promise: Promised): number => whole.promises.indexOf(promise);
  return {
    calling: (promise, hint) => {
      const odds = hint === undefined ? undefined : oddsOfRun(beginnings(), hint);
      if (odds && callsIn(assumed, odds, promise)) return { seed: hint };
      if (drills().some((drill) => isCalledIn(drill, promise))) return { seed: undefined };
      const seed = seen().called(place(promise));
      return seed === undefined ? undefined : { seed };
    },
    inDrills: (promise, below = Number.POSITIVE_INFINITY, calmedBy) =>
      first(drillDrafts(drills(), promise), (draft) => {
        if (draft.cost >= below) return undefined;
        const acted = actOutDraft(theatre, promise, draft, { starts: [draft.starts], calmedBy });
        return acted && { ...acted, drill: true };
      }),
    atRandom: (promise) =>
      first(seen().breaks(place(promise)), (sighting) => {
        const acted = actOutDraft(theatre, promise, randomDraft(assumed, sighting));
        return acted && { ...acted, seed: sighting.seed };
      }),
    inRun: (promise, seed, calmedBy) => {
      const odds = oddsOfRun(beginnings(), seed);
      const draft = odds && draftOfRun(assumed, odds, promise);
      const acted = draft && actOutDraft(theatre, promise, draft, { calmedBy });
      return acted && { ...acted, seed };
    },
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
