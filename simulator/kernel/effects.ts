import type { Effect, Machine } from './machine.ts';

/** Every effect of a machine, conditions and reactions included. */
export function* effectsOf(machine: Machine): Generator<Effect> {
  for (const { alternatives } of machine.windows)
    for (const { effects } of alternatives) yield* deep(effects);
  for (const { effects } of machine.consequences) yield* deep(effects);
  for (const { reactions } of machine.events) yield* deep(reactions);
}

function* deep(effects: readonly Effect[]): Generator<Effect> {
  for (const effect of effects) {
    yield effect;
    if (effect.op === 'if') yield* deep(effect.effects);
  }
}
