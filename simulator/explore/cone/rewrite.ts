import type { Guard } from '../../kernel/guard.ts';
import type { Alternative, Effect, Machine } from '../../kernel/machine.ts';

/** How a machine is rewritten statement by statement; places of variables and clocks stay. */
export interface Rewriting {
  readonly guard: (guard: Guard) => Guard;
  /** The effects that take the place of one effect; conditions have been rewritten already. */
  readonly effect: (effect: Effect) => readonly Effect[];
}

/** The same machine with every guard and effect rewritten; what stays as it was is not copied. */
export function rewrite(machine: Machine, { guard, effect }: Rewriting): Machine {
  const effects = (list: readonly Effect[]): readonly Effect[] =>
    kept(list, (each) => {
      if (each.op !== 'if') return effect(each);
      const when = guard(each.when);
      const inner = effects(each.effects);
      const same = when === each.when && inner === each.effects;
      return effect(same ? each : { op: 'if', when, effects: inner });
    });
  const windows = kept(machine.windows, (window) => {
    const when = guard(window.when);
    const alternatives = kept(window.alternatives, (alternative) => {
      const now = effects(alternative.effects);
      return [now === alternative.effects ? alternative : { ...alternative, effects: now }];
    });
    const same = when === window.when && alternatives === window.alternatives;
    return [same ? window : { ...window, when, alternatives }];
  });
  const consequences = kept(machine.consequences, (consequence) => {
    const when = guard(consequence.when);
    const now = effects(consequence.effects);
    const same = when === consequence.when && now === consequence.effects;
    return [same ? consequence : { ...consequence, when, effects: now }];
  });
  const events = kept(machine.events, (event) => {
    const reactions = effects(event.reactions);
    return [reactions === event.reactions ? event : { ...event, reactions }];
  });
  const same =
    windows === machine.windows && consequences === machine.consequences && events === machine.events;
  return same ? machine : { ...machine, windows, consequences, events };
}

/** What the items become, one after the other; the list itself where each stays what it is. */
export function kept<T>(list: readonly T[], become: (item: T, place: number) => readonly T[]): readonly T[] {
  let changed: T[] | undefined;
  list.forEach((item, place) => {
    const now = become(item, place);
    if (!changed && now.length === 1 && now[0] === item) return;
    changed ??= list.slice(0, place);
    changed.push(...now);
  });
  return changed ?? list;
}

/** The first of each set of alternatives that do the same; those that do nothing are left out. */
export function distinct(alternatives: readonly Alternative[]): readonly Alternative[] {
  if (alternatives.length < 2) return kept(alternatives, (each) => (each.effects.length > 0 ? [each] : []));
  const seen = new Set<string>();
  return kept(alternatives, (each) => {
    const key = JSON.stringify(each.effects);
    if (each.effects.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [each];
  });
}
