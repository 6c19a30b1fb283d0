import { DECLARED } from '../../../model/events.ts';
import type { Beginning } from '../../campaign/beginnings.ts';
import { splitmix32 } from '../../choose/random.ts';
import type { RunChances } from '../../compiled/chances.ts';
import { makeSimulator, type Outcome, type Simulate } from '../../compiled/simulate.ts';
import { indexOf, PROMISE_BITS, TAG, tagOf } from '../../compiled/trace-codes.ts';
import { splitIncident } from '../../incident-name.ts';
import { type Machine, PROMISE } from '../../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../../kernel/moves.ts';
import { InstantDoesNotEnd } from '../../run/run.ts';
import { CHANCES, HORIZON, MOVES, oddsOf } from './chances.ts';

/** What a random run is played with. */
export interface RunOdds {
  readonly seed: number;
  readonly begins: Beginning;
  readonly chances: RunChances;
}

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
  const simulate = simulatorOf(machine, beginnings);
  const declares = new Set(
    machine.events.flatMap(({ name }, place) => (splitIncident(name).name === DECLARED ? [place] : [])),
  );
  const nextOdds = makeOdds(beginnings);
  for (let seed = 0; simulate && seed < runs; seed++) {
    const { begins, chances } = nextOdds();
    const outcome = played(() => simulate(seed, begins, chances));
    if (!outcome) continue;
    const calls = (promise: number) => called.has(promise) || called.set(promise, seed);
    read(outcome, declares, calls, (promise, cost, at) =>
      remember(breaks[promise] as Sighting[], { seed, begins, chances, cost, at }),
    );
  }
  return {
    called: (promise) => called.get(promise),
    breaks: (promise) => breaks[promise] ?? [],
  };
}

/** What each run is played with, one after the other. */
function makeOdds(beginnings: readonly Beginning[]): () => RunOdds {
  const draw = splitmix32(1);
  let next = 0;
  return () => {
    const seed = next++;
    return {
      seed,
      begins: beginnings[draw() % beginnings.length] as Beginning,
      chances: CHANCES[seed % CHANCES.length] as RunChances,
    };
  };
}

/** What the run of this seed is played with; undefined: nothing begins the incident. */
export function oddsOfRun(beginnings: readonly Beginning[], seed: number): RunOdds | undefined {
  if (beginnings.length === 0) return undefined;
  const next = makeOdds(beginnings);
  for (let before = 0; before < seed; before++) next();
  return next();
}

function simulatorOf(machine: Machine, [usual, ...others]: readonly Beginning[]): Simulate | undefined {
  const options = { until: 'drained', horizon: HORIZON, moves: MOVES, perRun: true } as const;
  return usual && makeSimulator(machine, oddsOf(usual), options, others);
}

/** That a book goes round for ever is told elsewhere. */
function played(play: () => Outcome): Outcome | undefined {
  try {
    return play();
  } catch (error) {
    if (error instanceof ConsequencesDoNotSettle || error instanceof InstantDoesNotEnd) return undefined;
    throw error;
  }
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
