import type { Odds } from '../choose/random.ts';
import { closedFlags } from '../incident-name.ts';
import type { Machine } from '../kernel/machine.ts';
import { InstantDoesNotEnd, MOVES_AT_ONE_INSTANT, type Run, type RunOptions } from '../run/run.ts';
import { compile } from './compile.ts';
import { type Deadlines, deadlinesOf } from './deadlines.ts';
import { firstMove } from './first.ts';
import { G, type Memory, TRACE_PAGE } from './memory.ts';
import type { Program } from './program-text.ts';
import { NEVER } from './rank.ts';
import { code, TAG } from './trace-codes.ts';

/** One random run as integers; `renderTrace` makes records of it. */
export interface Outcome {
  /** Valid until the next run; only the first `length` integers are of this one. */
  readonly trace: Int32Array;
  readonly length: number;
  /** Grains. */
  readonly ended: number;
  readonly how: Run['how'];
}

/** Plays the run of a seed: the same as `run` with `randomChooser` of that seed, without reasons. */
export type Simulate = (seed: number, begins?: Odds['begins']) => Outcome;

/** Business days have their shortest length: a random run has no calendar. */
export type SimulateOptions = Pick<RunOptions, 'until' | 'horizon'>;

interface Player {
  readonly machine: Machine;
  readonly program: Program;
  readonly memory: Memory;
  readonly deadlines: Deadlines;
  readonly options: SimulateOptions;
  /** The variables that say so, one an incident. */
  readonly closed: readonly number[];
  /** What the trace held beyond its page. */
  readonly pages: Int32Array[];
}

/** A run begins as the odds say, or with one of the others where that is asked for. */
export function makeSimulator(
  machine: Machine,
  { begins: usual, ...odds }: Odds,
  options: SimulateOptions,
  others: readonly Odds['begins'][] = [],
): Simulate {
  const beginnings = [usual, ...others];
  const { program, memory } = compile(machine, { ...odds, beginnings });
  const deadlines = deadlinesOf(machine, memory, program);
  const closed = closedFlags(machine);
  const player: Player = { machine, program, memory, deadlines, options, closed, pages: [] };
  program.settle();
  const { g, t, whole } = memory;
  const begin = whole.slice();
  const prologue = t.slice(0, g[G.length]);
  return (seed, begins = usual) => {
    whole.set(begin);
    g[G.begins] = beginnings.indexOf(begins);
    if (prologue.length > 0) t.set(prologue);
    g[G.chance] = seed;
    // Setting a length, even to what it is, costs more than asking for it.
    if (player.pages.length > 0) player.pages.length = 0;
    return outcome(player, play(player));
  };
}

/** One loop over local names: this is where the time goes. */
function play(player: Player): Run['how'] {
  const { machine, program, memory, deadlines, closed } = player;
  const { horizon, until } = player.options;
  const { g, v, at, never } = memory;
  let soonest = NEVER;
  let later = NEVER;
  let moves = 0;
  again: for (;;) {
    const next = firstMove(machine, program, memory);
    const time = next < 0 ? NEVER : (at[next] as number);
    let now = g[G.now] as number;
    while (time > now) {
      if (isClosed(v, closed)) {
        if (until === 'closed') return 'closed';
        if (!deadlines.anyOpen()) return 'drained';
      }
      if (g[G.deadlinesChanged] !== 0 || later <= now) {
        deadlines.look();
        soonest = g[G.soonest] as number;
        later = g[G.later] as number;
      }
      // A promise that is due now is broken one grain later, and what reads it has to be looked at then.
      const breaks = soonest <= now;
      let stop = breaks ? now + 1 : time < later ? time : later;
      if (stop === NEVER) return 'quiet';
      const over = stop > horizon;
      if (over) {
        if (now >= horizon) return 'horizon';
        stop = horizon;
      }
      if (breaks) deadlines.breakOverdue();
      passTo(memory, stop);
      if (over) return 'horizon';
      moves = 0;
      if (breaks) {
        program.settle();
        continue again;
      }
      now = stop;
    }
    if (moves++ > MOVES_AT_ONE_INSTANT) throw new InstantDoesNotEnd(machine, now);
    if (never[next] === 1) program.fail(next);
    else program.fire(next);
    if ((g[G.length] as number) > TRACE_PAGE) turnPage(player);
  }
}

/** A loop without a function of its own: this is asked whenever time passes. */
function isClosed(v: Int32Array, closed: readonly number[]): boolean {
  for (let place = 0; place < closed.length; place++) if (v[closed[place] as number] !== 1) return false;
  return closed.length > 0;
}

function passTo({ g, t }: Memory, time: number): void {
  const length = g[G.length] as number;
  t[length] = code(TAG.time, time);
  g[G.length] = length + 1;
  g[G.now] = time;
}

function turnPage({ pages, memory: { g, t } }: Player): void {
  pages.push(t.slice(0, g[G.length]));
  g[G.length] = 0;
}

function outcome(player: Player, how: Run['how']): Outcome {
  const { pages, memory } = player;
  const { g, t } = memory;
  const ended = g[G.now] as number;
  if (pages.length === 0) return { trace: t, length: g[G.length] as number, ended, how };
  turnPage(player);
  const trace = new Int32Array(pages.reduce((sum, page) => sum + page.length, 0));
  let offset = 0;
  for (const page of pages) {
    trace.set(page, offset);
    offset += page.length;
  }
  return { trace, length: trace.length, ended, how };
}
