import type { Machine, Window } from '../kernel/machine.ts';
import { canStillBeBound } from '../kernel/moves.ts';
import { kindOf, LATE, windowOf } from './key.ts';
import type { Memory } from './memory.ts';
import type { Program } from './program-text.ts';

/** The key of the window that moves first, or Infinity; one that is late and no longer bound never moves. */
export function firstMove(machine: Machine, program: Program, { key, v }: Memory): number {
  for (;;) {
    const best = program.first();
    if (best === Number.POSITIVE_INFINITY || kindOf(best) !== LATE) return best;
    const index = windowOf(best);
    if (canStillBeBound(v, machine.windows[index] as Window)) return best;
    key[index] = Number.POSITIVE_INFINITY;
  }
}
