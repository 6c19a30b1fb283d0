import type { Effect, Machine } from './machine.ts';

/** Every effect of a machine, conditions and reactions included. */
export function effectsOf(machine: Machine): readonly Effect[] {
  const found: Effect[] = [];
  for (const { alternatives } of machine.windows)
    for (const { effects } of alternatives) collect(effects, found);
  for (const { effects } of machine.consequences) collect(effects, found);
  for (const { reactions } of machine.events) collect(reactions, found);
  return found;
}

function collect(effects: readonly Effect[], into: Effect[]): void {
  for (const effect of effects) {
    into.push(effect);
    if (effect.op === 'if') collect(effect.effects, into);
  }
}
