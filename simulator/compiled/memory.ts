import { type Machine, PROMISE } from '../kernel/machine.ts';
import { initialState, OFF } from '../kernel/state.ts';
import { CHANCE_PLACES, type Chances } from './chances.ts';
import { wordsFor } from './marks.ts';
import { isWatched } from './plan-text.ts';

/** What a program works on. Its names are the names in the generated text. */
export interface Memory {
  /** Values of variables. */
  readonly v: Int32Array;
  /** Grains at which clocks started, or OFF. */
  readonly s: Int32Array;
  /** Bits of the windows that have a plan, and of the free ones that were asked and are not going to move. */
  readonly open: Int32Array;
  readonly idle: Int32Array;
  /** When each of those moves, in grains, and its place among all that move then: `rank.ts`. */
  readonly plans: Float64Array;
  /** The start of the clock for which a window's plan was made. */
  readonly ps: Int32Array;
  /** 1 where a window's owner is not going to move in time. */
  readonly never: Int32Array;
  /** Bits of windows whose guard was refuted, and of windows, consequences and promises to look at again. */
  readonly cw: Int32Array;
  readonly dw: Int32Array;
  readonly dc: Int32Array;
  readonly dp: Int32Array;
  /** Who waits for which variable: `waits.ts`. */
  readonly ww: Int32Array;
  readonly wc: Int32Array;
  /** The value of each promise as the trace knows it. */
  readonly before: Int32Array;
  /** Bits of the promises with a deadline that are open. */
  readonly live: Int32Array;
  /** The clock and the bound of each promise; the same in all runs. */
  readonly pc: Int32Array;
  readonly pb: Int32Array;
  /** The trace. */
  readonly t: Int32Array;
  /** Single numbers, at the places below. */
  readonly g: Int32Array;
  /** All that a run changes but the trace; to be set at once. */
  readonly whole: Int32Array;
}

/** Places of `g`. */
export const G = {
  now: 0,
  /** Of the trace. */
  length: 1,
  chance: 2,
  deadlinesChanged: 3,
  begun: 4,
  rounds: 5,
  /** The soonest deadline, and the soonest that is still to come. */
  soonest: 6,
  later: 7,
  /** What this run begins with, by its place among all that one may begin with. */
  begins: 8,
  /** Made at this instant before the run paused. */
  moves: 9,
  /** The chances of this run, where they are not the program's. */
  ...CHANCE_PLACES,
} as const;

/** Integers that the trace holds before it is put aside, and how many one move may add to that. */
export const TRACE_PAGE = 1 << 12;
const TRACE_SLACK = 1 << 16;

/** Memory at the beginning of a run, before the consequences came to rest: everything is to be looked at. */
export function makeMemory(machine: Machine, odds: Chances): Memory {
  const { windows, variables, consequences, promises } = machine;
  const memory = {
    ...allocate(machine),
    t: new Int32Array(TRACE_PAGE + TRACE_SLACK),
    pc: apart(promises.map(({ clock }) => clock ?? -1)),
    pb: apart(promises.map(({ bound }) => bound)),
  };
  memory.v.set(initialState(machine).subarray(0, variables.length));
  memory.s.fill(OFF);
  memory.before.fill(PROMISE.idle);
  windows.forEach((window, index) => {
    if (isWatched(window, odds)) mark(memory.dw, index);
  });
  for (const index of consequences.keys()) mark(memory.dc, index);
  for (const index of promises.keys()) mark(memory.dp, index);
  memory.g[G.deadlinesChanged] = 1;
  return memory;
}

/** Outside the heap however short it is, so that generated code knows its address. */
function apart(values: readonly number[]): Int32Array {
  const array = new Int32Array(new ArrayBuffer(4 * values.length));
  array.set(values);
  return array;
}

function mark(bits: Int32Array, index: number): void {
  bits[index >> 5] = (bits[index >> 5] as number) | (1 << (index & 31));
}

function allocate({
  variables,
  clocks,
  windows,
  consequences,
  promises,
}: Machine): Omit<Memory, 't' | 'pc' | 'pb'> {
  const lengths = {
    v: variables.length,
    s: clocks.length,
    open: wordsFor(windows.length),
    idle: wordsFor(windows.length),
    ps: windows.length,
    never: windows.length,
    cw: wordsFor(windows.length),
    dw: wordsFor(windows.length),
    dc: wordsFor(consequences.length),
    dp: wordsFor(promises.length),
    ww: (variables.length + clocks.length) * wordsFor(windows.length),
    wc: variables.length * wordsFor(consequences.length),
    before: promises.length,
    live: wordsFor(promises.length),
    g: Object.keys(G).length,
  };
  const rest = Object.values(lengths).reduce((sum, length) => sum + length, 0);
  const buffer = new ArrayBuffer(8 * windows.length + 4 * rest);
  const plans = new Float64Array(buffer, 0, windows.length);
  let offset = plans.byteLength;
  const part = (length: number): Int32Array => {
    offset += 4 * length;
    return new Int32Array(buffer, offset - 4 * length, length);
  };
  const parts = Object.entries(lengths).map(([name, length]) => [name, part(length)] as const);
  return {
    ...(Object.fromEntries(parts) as Record<keyof typeof lengths, Int32Array>),
    plans,
    whole: new Int32Array(buffer),
  };
}
