import type { Guard } from '../../kernel/guard.ts';
import type { Alternative, Effect, Machine } from '../../kernel/machine.ts';

/** How a machine is rewritten statement by statement; places of variables and clocks stay. */
export interface Rewriting {
  readonly guard: (guard: Guard) => Guard;
  /** The effects that take the place of one effect; conditions have been rewritten already. */
  readonly effect: (effect: Effect) => readonly Effect[];
}

/** The same machine with every guard and effect rewritten. */
export function rewrite(machine: Machine, { guard, effect }: Rewriting): Machine {
  const effects = (list: readonly Effect[]): Effect[] =>
    list.flatMap((each) =>
      effect(each.op === 'if' ? { op: 'if', when: guard(each.when), effects: effects(each.effects) } : each),
    );
  return {
    ...machine,
    windows: machine.windows.map((window) => ({
      ...window,
      when: guard(window.when),
      alternatives: window.alternatives.map((alternative) => ({
        ...alternative,
        effects: effects(alternative.effects),
      })),
    })),
    consequences: machine.consequences.map((consequence) => ({
      ...consequence,
      when: guard(consequence.when),
      effects: effects(consequence.effects),
    })),
    events: machine.events.map((event) => ({ ...event, reactions: effects(event.reactions) })),
  };
}

/** The first of each set of alternatives that do the same; those that do nothing are left out. */
export function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const byEffects = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = JSON.stringify(alternative.effects);
    if (alternative.effects.length > 0 && !byEffects.has(key)) byEffects.set(key, alternative);
  }
  return [...byEffects.values()];
}
