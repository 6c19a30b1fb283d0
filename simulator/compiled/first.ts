import type { Machine, Window } from '../kernel/machine.ts';
import { canStillBeBound } from '../kernel/moves.ts';
import type { Memory } from './memory.ts';
import type { Program } from './program-text.ts';
import { NEVER } from './rank.ts';

/** The window that moves first, or -1; one whose owner is late and no longer bound never moves. */
export function firstMove({ windows }: Machine, program: Program, { at, never, v }: Memory): number {
  for (;;) {
    const best = program.first();
    if (best < 0 || never[best] !== 1 || canStillBeBound(v, windows[best] as Window)) return best;
    at[best] = NEVER;
  }
}
