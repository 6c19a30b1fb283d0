import type { Odds } from '../choose/random.ts';
import type { Machine } from '../kernel/machine.ts';
import type { HowEnded } from '../run/run.ts';
import { type RunChances, setChances } from './chances.ts';
import { G } from './memory.ts';
import { HOW, PAUSED } from './play-text.ts';
import { makePlayer, type Player, type SimulateOptions, turnPage } from './player.ts';
import { NEVER } from './rank.ts';
import { beforeTheFirstDraw, type Still, stillOf } from './still.ts';

/** One random run as integers; `renderTrace` makes records of it. */
export interface Outcome {
  /** Valid until the next run; only the first `length` integers are of this one. */
  readonly trace: Int32Array;
  readonly length: number;
  /** Grains. */
  readonly ended: number;
  readonly how: HowEnded;
}

/**
 * Plays the run of a seed: the same as `run` with `randomChooser` of that seed, without reasons. Where each run has chances of its
 * own, `chances` says them.
 */
export type Simulate = (seed: number, begins?: Odds['begins'], chances?: RunChances) => Outcome;

/** A run begins as the odds say, or with one of the others where that is asked for. */
export function makeSimulator(
  machine: Machine,
  { begins: usual, ...odds }: Odds,
  options: SimulateOptions,
  others: readonly Odds['begins'][] = [],
): Simulate {
  const beginnings = [usual, ...others];
  const { moves = NEVER, perRun = false } = options;
  const player = makePlayer(machine, { ...odds, beginnings, perRun }, options);
  const { program, memory, pages } = player;
  const { g, t, whole } = memory;
  program.settle();
  const settled = stillOf(memory);
  const starts: Still[] = [];
  return (seed, begins = usual, chances) => {
    const place = begins === usual ? 0 : beginnings.indexOf(begins);
    // Setting a length, even to what it is, costs more than asking for it.
    if (pages.length > 0) pages.length = 0;
    starts[place] ??= beforeTheFirstDraw(player, settled, place);
    const start = starts[place];
    whole.set(start.whole);
    if (start.trace.length > 0) t.set(start.trace);
    g[G.chance] = seed;
    if (chances) setChances(g, chances);
    const how = program.play(moves);
    return outcome(player, how === PAUSED ? 'horizon' : (HOW[how] as HowEnded));
  };
}

function outcome(player: Player, how: HowEnded): Outcome {
  const { pages, memory } = player;
  const { g, t } = memory;
  const ended = g[G.now] as number;
  if (pages.length === 0) return { trace: t, length: g[G.length] as number, ended, how };
  turnPage(pages, memory);
  const trace = new Int32Array(pages.reduce((sum, page) => sum + page.length, 0));
  let offset = 0;
  for (const page of pages) {
    trace.set(page, offset);
    offset += page.length;
  }
  return { trace, length: trace.length, ended, how };
}
