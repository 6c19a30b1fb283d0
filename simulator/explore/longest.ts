import type { Machine } from '../kernel/machine.ts';
import type { TraceRecord } from '../run/trace.ts';
import { decide } from './refinement/decide.ts';
import type { Budget } from './search/search.ts';
import type { ActedOut } from './story/act-out.ts';
import type { Subject } from './subject.ts';

/** With nobody late: how long what a promise waits for takes at the most. */
export interface Longest {
  /** Seconds: no run that was seen takes longer. Infinity: in one it never comes. */
  readonly seconds: number;
  /** No run at all takes longer; otherwise some may that the search was too small to see. */
  readonly proved: boolean;
  /** A run that takes so long. */
  readonly way: Way | undefined;
}

/** A run played on until what was awaited came. */
export interface Way {
  readonly records: readonly TraceRecord[];
  /** Seconds at which the deadline began to count. */
  readonly from: number;
  /** The record of what was awaited; undefined: it never comes. */
  readonly came: TraceRecord | undefined;
}

/** Each of several deadlines is asked about with no more than this. */
const STATES = 100_000;
/** Longer and longer runs are looked for so many times. */
const ROUNDS = 24;

/**
 * Asks for a run that misses a deadline of nothing, sees how long that run really takes, asks for one that misses a deadline of
 * just so long, and so on until there is none.
 *
 * @param playOn plays a run that missed this deadline until what was awaited comes
 */
export function longest(
  subjectWith: (bound: number) => Subject,
  target: number,
  budget: Budget,
  playOn: (acted: ActedOut, bound: number) => Way,
): Longest {
  const spend = { ...budget, states: Math.min(budget.states, STATES), failures: 0 };
  let way: Way | undefined;
  let bound = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { least, found } = decide(subjectWith(bound), target, 'broken', spend);
    if (found?.cost !== 0) return { seconds: bound, proved: least > 0, way };
    way = playOn(found.acted, bound);
    if (!way.came) return { seconds: Number.POSITIVE_INFINITY, proved: true, way };
    bound = Math.max(way.came.t - way.from, bound + 1);
  }
  return { seconds: bound, proved: false, way };
}

/** The machine with another deadline for one of its promises. */
export const withBound = (machine: Machine, target: number, bound: number): Machine => ({
  ...machine,
  promises: machine.promises.map((promise, index) => (index === target ? { ...promise, bound } : promise)),
  clocks: machine.clocks.map((clock, index) =>
    index === machine.promises[target]?.clock ? { ...clock, cap: Math.max(clock.cap, bound + 1) } : clock,
  ),
});
