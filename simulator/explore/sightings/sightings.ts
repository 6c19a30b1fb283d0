import { DECLARED } from '../../../model/events.ts';
import type { Beginning } from '../../campaign/beginnings.ts';
import type { Outcome } from '../../compiled/simulate.ts';
import { indexOf, PROMISE_BITS, TAG, tagOf } from '../../compiled/trace-codes.ts';
import { splitIncident } from '../../incident-name.ts';
import { type Machine, PROMISE } from '../../kernel/machine.ts';
import { type RunOdds, randomRuns } from './random-runs.ts';

/** A random run in which a promise breaks, once an incident has been declared: until then it is nobody's. */
export interface Sighting extends RunOdds {
  /** How many bounds were missed before. */
  readonly cost: number;
  /** Seconds at which it breaks. */
  readonly at: number;
}

/** What was seen in random runs of one machine. */
export interface Sightings {
  /** The first run that called on the promise, by its seed. */
  called(promise: number): number | undefined;
  /** Breaks of the promise, those with the fewest failures first, and of equals the soonest. */
  breaks(promise: number): readonly Sighting[];
}

/** Of each promise so many breaks are remembered: one may turn out not to happen on a real calendar. */
const REMEMBERED = 4;

/**
 * Plays random incidents and remembers of each promise how it broke most cheaply. What was seen bounds from above what a proof has
 * to look for; it decides nothing by itself. The same machine, of one second a grain, has the same sightings.
 */
export function sightingsIn(machine: Machine, beginnings: readonly Beginning[], runs: number): Sightings {
  const called = new Map<number, number>();
  const breaks = machine.promises.map((): Sighting[] => []);
  const declares = new Set(
    machine.events.flatMap(({ name }, place) => (splitIncident(name).name === DECLARED ? [place] : [])),
  );
  for (const { odds, outcome } of randomRuns(machine, beginnings, runs)) {
    if (!outcome) continue;
    const calls = (promise: number) => called.has(promise) || called.set(promise, odds.seed);
    read(outcome, declares, calls, (promise, cost, at) =>
      remember(breaks[promise] as Sighting[], { ...odds, cost, at }),
    );
  }
  return {
    called: (promise) => called.get(promise),
    breaks: (promise) => breaks[promise] ?? [],
  };
}

type Told = (promise: number, cost: number, at: number) => unknown;

/** Reads the trace of a run: which promises were called on, and which broke, after how many failures and when. */
function read(
  { trace, length }: Outcome,
  declares: ReadonlySet<number>,
  calls: (promise: number) => unknown,
  told: Told,
): void {
  let isDeclared = false;
  const broke: Told = (...breaking) => isDeclared && told(...breaking);
  let cost = 0;
  let now = 0;
  for (let place = 0; place < length; place++) {
    const entry = trace[place] as number;
    const index = indexOf(entry);
    switch (tagOf(entry)) {
      case TAG.time:
        now = index;
        break;
      case TAG.failed:
        cost++;
        break;
      case TAG.event:
        isDeclared ||= declares.has(index);
        break;
      case TAG.broken:
        broke(index, cost, now);
        break;
      case TAG.promise: {
        const promise = index >> PROMISE_BITS;
        calls(promise);
        if ((index & ((1 << PROMISE_BITS) - 1)) === PROMISE.violated) broke(promise, cost, now);
      }
    }
  }
}

function remember(known: Sighting[], seen: Sighting): void {
  const last = known.at(-1);
  if (known.length === REMEMBERED && last && !isBefore(seen, last)) return;
  const place = known.findIndex((each) => isBefore(seen, each));
  known.splice(place < 0 ? known.length : place, 0, seen);
  if (known.length > REMEMBERED) known.pop();
}

const isBefore = (a: Sighting, b: Sighting): boolean => a.cost < b.cost || (a.cost === b.cost && a.at < b.at);
