import type { Machine } from '../kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../kernel/moves.ts';
import type { Chances } from './chances.ts';
import { type Memory, makeMemory } from './memory.ts';
import { type Program, programText } from './program-text.ts';

/** Compiles a machine for random runs with these odds; throws RangeError when a time is not a whole number of grains. */
export function compile(
  machine: Machine,
  odds: Chances,
): { readonly program: Program; readonly memory: Memory } {
  for (const { site, lo, hi } of machine.windows)
    if (!Number.isInteger(lo) || !Number.isInteger(hi ?? 0))
      throw new RangeError(`${site} is not timed in whole grains of ${machine.grain}s`);
  const memory = makeMemory(machine, odds);
  const unsettled = (index: number): never => {
    throw new ConsequencesDoNotSettle(machine.consequences[index]?.name ?? '');
  };
  const make = new Function(...Object.keys(memory), 'unsettled', programText(machine, odds));
  return { program: make(...Object.values(memory), unsettled) as Program, memory };
}
