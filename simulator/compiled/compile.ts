import type { Machine } from '../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../kernel/moves.ts';
import type { Chances } from './chances.ts';
import { type Memory, makeMemory } from './memory.ts';
import type { Ending } from './play-text.ts';
import { type Program, programText } from './program-text.ts';

/** What a program hands back to whoever made it. */
export interface Callbacks {
  /** The trace is longer than a page: puts it aside. */
  turn(): void;
  /** An instant does not end; throws. */
  endless(now: number): never;
}

/** Compiles a machine for random runs with these odds; throws RangeError when a time is not a whole number of grains. */
export function compile(
  machine: Machine,
  odds: Chances,
  ending: Ending,
  { turn, endless }: Callbacks,
): { readonly program: Program; readonly memory: Memory } {
  for (const { site, lo, hi } of machine.windows)
    if (!Number.isInteger(lo) || !Number.isInteger(hi ?? 0))
      throw new RangeError(`${site} is not timed in whole grains of ${machine.grain}s`);
  const memory = makeMemory(machine, odds);
  const unsettled = (index: number): never => {
    throw new ConsequencesDoNotSettle(machine.consequences[index]?.name ?? '');
  };
  const known = { ...memory, unsettled, turn, endless };
  const make = new Function(...Object.keys(known), programText(machine, odds, ending));
  return { program: make(...Object.values(known)) as Program, memory };
}
