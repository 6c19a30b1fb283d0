import type { Machine } from '../kernel/machine.ts';
import type { ActedOut } from './act-out.ts';
import { decide } from './decide.ts';
import type { Budget } from './search.ts';
import type { Subject } from './subject.ts';

/** With nobody late: how long what a promise waits for takes at the most. */
export interface Longest {
  /** Seconds: no run that was seen takes longer. Infinity: in one it never comes. */
  readonly seconds: number;
  /** No run at all takes longer; otherwise some may that the search was too small to see. */
  readonly proved: boolean;
  /** A run that takes so long, until just before its end. */
  readonly run: ActedOut | undefined;
}

/** Each of several deadlines is asked about with no more than this. */
const STATES = 100_000;
/** Longer and longer runs are looked for so many times. */
const ROUNDS = 24;

/**
 * Asks for a run that misses a deadline of nothing, sees how long that run really takes, asks for one that misses a deadline of
 * just so long, and so on until there is none.
 *
 * @param takes how long what the promise waits for takes in a run, when that is played on; undefined: it never comes
 */
export function longest(
  subjectWith: (bound: number) => Subject,
  target: number,
  budget: Budget,
  takes: (acted: ActedOut, bound: number) => number | undefined,
): Longest {
  const spend = { ...budget, states: Math.min(budget.states, STATES), failures: 0 };
  let run: ActedOut | undefined;
  let bound = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { least, found } = decide(subjectWith(bound), target, 'broken', spend);
    if (found?.cost !== 0) return { seconds: bound, proved: least > 0, run };
    run = found.acted;
    const longer = takes(found.acted, bound);
    if (longer === undefined) return { seconds: Number.POSITIVE_INFINITY, proved: true, run };
    bound = Math.max(longer, bound + 1);
  }
  return { seconds: bound, proved: false, run };
}

/** The machine with another deadline for one of its promises. */
export const withBound = (machine: Machine, target: number, bound: number): Machine => ({
  ...machine,
  promises: machine.promises.map((promise, index) => (index === target ? { ...promise, bound } : promise)),
  clocks: machine.clocks.map((clock, index) =>
    index === machine.promises[target]?.clock ? { ...clock, cap: Math.max(clock.cap, bound + 1) } : clock,
  ),
});
