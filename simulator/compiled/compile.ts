import type { Odds } from '../choose/random.ts';
import { type Machine, PROMISE } from '../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../kernel/moves.ts';
import { initialState, OFF } from '../kernel/state.ts';
import { isWatched, programText } from './program-text.ts';

/** The moves of one machine, generated. */
export interface Program {
  plan(): void;
  settle(): void;
  flush(): void;
  fire(window: number): void;
  fail(window: number): void;
  broke(promise: number): void;
}

/** What a program works on; `programText` says what each array holds. */
export interface Memory {
  readonly v: Int32Array;
  readonly s: Int32Array;
  readonly open: Int32Array;
  readonly key: Float64Array;
  readonly ps: Int32Array;
  readonly never: Int32Array;
  readonly cw: Int32Array;
  readonly dw: Int32Array;
  readonly dc: Int32Array;
  readonly dp: Int32Array;
  readonly before: Int32Array;
  readonly live: Int32Array;
  readonly t: Int32Array;
  readonly g: Int32Array;
  /** All but the trace. */
  readonly whole: Int32Array;
}

/** Places of `g`. */
export const NOW = 0;
export const LENGTH = 1;
export const CHANCE = 2;
export const DEADLINES_CHANGED = 3;
export const BEGUN = 4;

/** Integers that the trace holds before it is put aside, and how many one move may add to that. */
export const TRACE_PAGE = 1 << 12;
const TRACE_SLACK = 1 << 16;

/** Compiles a machine for random runs with these odds. Every time of the machine must be a whole number of grains. */
export function compile(
  machine: Machine,
  odds: Odds,
): { readonly program: Program; readonly memory: Memory } {
  const memory = makeMemory(machine, odds);
  const names = Object.keys(memory);
  const unsettled = (index: number): never => {
    throw new ConsequencesDoNotSettle(machine.consequences[index]?.name ?? '');
  };
  // Integers only: no text of a book reaches the generated code.
  const make = new Function(...names, 'unsettled', programText(machine, odds));
  return { program: make(...Object.values(memory), unsettled) as Program, memory };
}

/** Every array of the state is a part of one, so that a run begins with one copy. */
function makeMemory(machine: Machine, odds: Odds): Memory {
  const { windows, clocks, consequences, promises, variables } = machine;
  const bits = (length: number) => Math.max(1, Math.ceil(length / 32));
  const lengths = {
    v: variables.length,
    s: clocks.length,
    open: bits(windows.length),
    ps: windows.length,
    never: windows.length,
    cw: bits(windows.length),
    dw: bits(windows.length),
    dc: bits(consequences.length),
    dp: bits(promises.length),
    before: promises.length,
    live: bits(promises.length),
    g: 6,
  };
  const whole = new Int32Array(Object.values(lengths).reduce((sum, length) => sum + length, 0));
  let offset = 0;
  const parts = Object.entries(lengths).map(([name, length]) => {
    offset += length;
    return [name, whole.subarray(offset - length, offset)] as const;
  });
  const memory = {
    ...Object.fromEntries(parts),
    t: new Int32Array(TRACE_PAGE + TRACE_SLACK),
    key: new Float64Array(windows.length),
    whole,
  } as unknown as Memory;
  memory.v.set(initialState(machine).subarray(0, variables.length));
  memory.s.fill(OFF);
  memory.before.fill(PROMISE.idle);
  windows.forEach((window, index) => {
    if (isWatched(window, odds)) mark(memory.dw, index);
  });
  for (const index of consequences.keys()) mark(memory.dc, index);
  for (const index of promises.keys()) mark(memory.dp, index);
  return memory;
}

function mark(bits: Int32Array, index: number): void {
  bits[index >> 5] = (bits[index >> 5] as number) | (1 << (index & 31));
}
