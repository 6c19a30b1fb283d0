import type { Beginning } from '../../campaign/beginnings.ts';
import { splitmix32 } from '../../choose/random.ts';
import type { RunChances } from '../../compiled/chances.ts';
import { makeSimulator, type Outcome, type Simulate } from '../../compiled/simulate.ts';
import type { Machine } from '../../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../../kernel/moves.ts';
import { InstantDoesNotEnd } from '../../run/run.ts';
import { CHANCES, HORIZON, MOVES, oddsOf } from './chances.ts';

/** What a random run is played with. */
export interface RunOdds {
  readonly seed: number;
  readonly begins: Beginning;
  readonly chances: RunChances;
}

export interface RandomRun {
  readonly odds: RunOdds;
  /** Valid until the next run; undefined: the book went round for ever. */
  readonly outcome: Outcome | undefined;
}

/** So many random incidents of a machine of one second a grain, of each kind in turns: the same machine has the same ones. */
export function* randomRuns(
  machine: Machine,
  beginnings: readonly Beginning[],
  runs: number,
  kinds: readonly RunChances[] = CHANCES,
): Generator<RandomRun> {
  const simulate = simulatorOf(machine, beginnings);
  const nextOdds = makeOdds(beginnings, kinds);
  for (let run = 0; simulate && run < runs; run++) {
    const odds = nextOdds();
    yield { odds, outcome: played(() => simulate(odds.seed, odds.begins, odds.chances)) };
  }
}

/** What each run is played with, one after the other. */
function makeOdds(beginnings: readonly Beginning[], kinds: readonly RunChances[] = CHANCES): () => RunOdds {
  const draw = splitmix32(1);
  let next = 0;
  return () => {
    const seed = next++;
    return {
      seed,
      begins: beginnings[draw() % beginnings.length] as Beginning,
      chances: kinds[seed % kinds.length] as RunChances,
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
