import type { Machine } from '../kernel/machine.ts';
import type { ActedOut } from './act-out.ts';
import { decide } from './decide.ts';
import type { Budget } from './search.ts';
import type { Subject } from './subject.ts';

/** With nobody late: the shortest deadline that is always kept, and a run that just misses a shorter one. */
export interface Longest {
  /** Seconds; undefined: no deadline is known that is always kept. */
  readonly seconds: number | undefined;
  /** The run that takes longest of those that were seen, and the promise as it was asked about there. */
  readonly run: { readonly acted: ActedOut; readonly bound: number } | undefined;
}

/** Deadlines are not tried out beyond so many times their length. */
const MOST_TIMES = 16;
const MINUTE = 60;

/**
 * Bisects the deadline of one promise, everything else being equal: all that takes time in a machine takes whole multiples of one
 * length, so that the answer is exact.
 */
export function longest(subjectWith: (bound: number) => Subject, target: number, budget: Budget): Longest {
  const { whole } = subjectWith(0);
  const step = stepOf(whole);
  const asked = Math.max(1, Math.ceil((whole.promises[target]?.bound ?? 0) / step));
  let run: Longest['run'];
  /** Is it always kept, with nobody late? undefined: not known. */
  const kept = (steps: number): boolean | undefined => {
    const { least, found } = decide(subjectWith(steps * step), target, 'broken', { ...budget, failures: 0 });
    if (found?.cost === 0) run = { acted: found.acted, bound: steps * step };
    return found?.cost === 0 ? false : least > 0 ? true : undefined;
  };
  const unknown = (): Longest => ({ seconds: undefined, run });
  let low = -1;
  let high = asked;
  for (let answer = kept(high); answer !== true; answer = kept(high)) {
    if (answer === undefined || high >= asked * MOST_TIMES) return unknown();
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const answer = kept(middle);
    if (answer === undefined) return unknown();
    if (answer) high = middle;
    else low = middle;
  }
  return { seconds: high * step * whole.grain, run };
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Grains that divide every bound of the machine, a minute at least: nobody reads seconds at 3am. */
function stepOf({ windows, grain }: Machine): number {
  const bounds = windows.flatMap(({ lo, hi, shift = 0 }) => [lo - shift, (hi ?? shift) - shift]);
  return Math.max(MINUTE / grain, Math.abs(bounds.reduce(gcd, 0)));
}

/** The machine with another deadline for one of its promises. */
export const withBound = (machine: Machine, target: number, bound: number): Machine => ({
  ...machine,
  promises: machine.promises.map((promise, index) => (index === target ? { ...promise, bound } : promise)),
  clocks: machine.clocks.map((clock, index) =>
    index === machine.promises[target]?.clock ? { ...clock, cap: Math.max(clock.cap, bound + 1) } : clock,
  ),
});
