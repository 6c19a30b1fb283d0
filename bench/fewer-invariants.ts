import type { Effect, Machine, Promised } from '../simulator/kernel/machine.ts';

/** Those of the book: the others are promises of steps and messages, and some of these hold up a closing. */
export const invariantsOf = ({ promises }: Machine): Promised[] =>
  promises.filter(({ name }) => name.startsWith('invariant/'));

/** The machine with only the first so many of its invariants; what happens up to the closing is the same, to the grain. */
export function fewerInvariants(machine: Machine, count: number): Machine {
  const gone = new Set(invariantsOf(machine).slice(count));
  const registers = new Set([...gone].map(({ variable }) => variable));
  const sets = (effect: Effect): boolean => effect.op === 'set' && registers.has(effect.variable);
  const kept = (effects: readonly Effect[]): Effect[] =>
    effects.flatMap((effect): Effect[] => {
      if (effect.op !== 'if') return sets(effect) ? [] : [effect];
      const inner = kept(effect.effects);
      return inner.length === 0 ? [] : [{ ...effect, effects: inner }];
    });
  return {
    ...machine,
    promises: machine.promises.filter((promise) => !gone.has(promise)),
    windows: machine.windows.map((window) => ({
      ...window,
      alternatives: window.alternatives.map((way) => ({ ...way, effects: kept(way.effects) })),
    })),
    // What moves a register is the promise itself, and would never come to rest without it.
    consequences: machine.consequences.filter(({ effects }) => !effects.some(sets)),
    events: machine.events.map((event) => ({ ...event, reactions: kept(event.reactions) })),
  };
}
