import type { Machine, Window } from '../kernel/machine.ts';
import { canStillBeBound } from '../kernel/moves.ts';
import { kindOf, LATE, windowOf } from './key.ts';
import type { Memory } from './memory.ts';

/** The key of the window that moves first, or Infinity; one that is late and no longer bound never moves. */
export function firstMove(machine: Machine, { open, key, v }: Memory): number {
  for (;;) {
    let best = Number.POSITIVE_INFINITY;
    for (let word = 0; word < open.length; word++)
      for (let bits = open[word] as number; bits !== 0; bits &= bits - 1)
        best = Math.min(best, key[(word << 5) + 31 - Math.clz32(bits & -bits)] as number);
    if (best === Number.POSITIVE_INFINITY || kindOf(best) !== LATE) return best;
    const index = windowOf(best);
    if (canStillBeBound(v, machine.windows[index] as Window)) return best;
    key[index] = Number.POSITIVE_INFINITY;
  }
}
