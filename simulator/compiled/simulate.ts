import type { Odds } from '../choose/random.ts';
import type { Machine, Window } from '../kernel/machine.ts';
import type { Run, RunOptions } from '../run/run.ts';
import { CHANCE, compile, DEADLINES_CHANGED, LENGTH, NOW, TRACE_PAGE } from './compile.ts';
import { KEY_BITS, kindOf, LATE, NEVER, windowOf } from './program-text.ts';
import { code, TAG } from './trace-codes.ts';

const MOVES_AT_ONE_INSTANT = 10_000;

/** One random run as integers; `renderTrace` makes records of it. */
export interface Outcome {
  readonly trace: Int32Array;
  readonly length: number;
  /** Grains. */
  readonly ended: number;
  readonly how: Run['how'];
}

export type Simulate = (seed: number) => Outcome;

export function makeSimulator(machine: Machine, odds: Odds, options: RunOptions): Simulate {
  const { program, memory } = compile(machine, odds);
  const { g, key, open, live, t, v, s } = memory;
  const { windows, promises } = machine;
  const closedVariable = machine.variables.findIndex(({ name }) => name === 'closed');
  const bounds = promises.map(({ bound }) => bound);
  const clocks = promises.map(({ clock }) => clock ?? -1);
  program.settle();
  const begin = memory.whole.slice();
  const prefix = t.slice(0, g[LENGTH]);
  let pages: Int32Array[] = [];

  const isBound = (index: number): boolean => {
    const { owner, answered } = windows[index] as Window;
    if (owner.kind === 'person') return v[owner.failed] === 0;
    if (owner.kind !== 'group') return true;
    return (
      owner.seats - (v[owner.failed] as number) - (answered === undefined ? 0 : (v[answered] as number)) > 0
    );
  };
  /** The key of the window that moves first; one that is late and no longer bound never does. */
  const first = (): number => {
    for (;;) {
      let best = Infinity;
      for (let word = 0; word < open.length; word++)
        for (let bits = open[word] as number; bits !== 0; bits &= bits - 1)
          best = Math.min(best, key[(word << 5) + 31 - Math.clz32(bits & -bits)] as number);
      if (kindOf(best) !== LATE || best === Infinity || isBound(windowOf(best))) return best;
      key[windowOf(best)] = Infinity;
    }
  };
  let soonest = NEVER;
  let later = NEVER;
  const dueOf = (index: number): number => {
    const start = s[clocks[index] as number] as number;
    return (start < 0 ? (g[NOW] as number) : start) + (bounds[index] as number);
  };
  /** The soonest deadline, and the soonest that is still to come. */
  const lookAtDeadlines = (): void => {
    const now = g[NOW] as number;
    soonest = NEVER;
    later = NEVER;
    g[DEADLINES_CHANGED] = 0;
    for (let word = 0; word < live.length; word++)
      for (let bits = live[word] as number; bits !== 0; bits &= bits - 1) {
        const due = dueOf((word << 5) + 31 - Math.clz32(bits & -bits));
        if (due < soonest) soonest = due;
        if (due > now && due < later) later = due;
      }
  };
  const breakOverdue = (): void => {
    const now = g[NOW] as number;
    for (let index = 0; index < promises.length; index++)
      if ((live[index >> 5] as number) & (1 << (index & 31)) && dueOf(index) <= now) program.broke(index);
  };
  /** True when a promise broke on the way, so that everything is to be looked at again. */
  const passTo = (time: number): boolean => {
    const breaks = soonest <= (g[NOW] as number);
    if (breaks) breakOverdue();
    g[NOW] = time;
    t[g[LENGTH] as number] = code(TAG.time, time);
    g[LENGTH] = (g[LENGTH] as number) + 1;
    return breaks;
  };
  const isLive = (): boolean => live.some((bits) => bits !== 0);
  const turnPage = (): void => {
    pages.push(t.slice(0, g[LENGTH]));
    g[LENGTH] = 0;
  };
  const finish = (how: Run['how']): Outcome => {
    if (pages.length === 0) return { trace: t, length: g[LENGTH] as number, ended: g[NOW] as number, how };
    turnPage();
    const trace = new Int32Array(pages.reduce((sum, page) => sum + page.length, 0));
    let offset = 0;
    for (const page of pages) {
      trace.set(page, offset);
      offset += page.length;
    }
    return { trace, length: trace.length, ended: g[NOW] as number, how };
  };

  return (seed) => {
    memory.whole.set(begin);
    pages = [];
    g[CHANCE] = seed;
    g[DEADLINES_CHANGED] = 1;
    t.set(prefix);
    let moves = 0;
    next: for (;;) {
      program.plan();
      const next = first();
      const time = next === Infinity ? NEVER : (next / (1 << KEY_BITS)) | 0;
      while (time > (g[NOW] as number)) {
        const now = g[NOW] as number;
        if (v[closedVariable] === 1) {
          if (options.until === 'closed') return finish('closed');
          if (!isLive()) return finish('drained');
        }
        if (g[DEADLINES_CHANGED] !== 0 || later <= now) lookAtDeadlines();
        let until = time < later ? time : later;
        if (until === NEVER) {
          if (soonest > now) return finish('quiet');
          until = now + 1;
        }
        if (until > options.horizon) {
          if (now < options.horizon) passTo(options.horizon);
          return finish('horizon');
        }
        moves = 0;
        if (passTo(until)) continue next;
      }
      if (moves++ > MOVES_AT_ONE_INSTANT) throw new Error('does not end');
      if (kindOf(next) === LATE) program.fail(windowOf(next));
      else program.fire(windowOf(next));
      if ((g[LENGTH] as number) > TRACE_PAGE) turnPage();
    }
  };
}
