import { type Guard, readsOf } from '../../kernel/guard.ts';
import type { Effect, Machine } from '../../kernel/machine.ts';

/** An effect with the reactions of its events written out in its place. */
export type Flat =
  | Extract<Effect, { op: 'set' | 'add' | 'start' | 'stop' }>
  | { readonly op: 'if'; readonly when: Guard; readonly effects: readonly Flat[] };

/** What a list of effects writes and reads, whatever happens: places of variables and clocks. */
export interface Footprint {
  readonly variables: ReadonlySet<number>;
  readonly clocks: ReadonlySet<number>;
  /** Variables that its conditions read. */
  readonly reads: ReadonlySet<number>;
}

/** An event may set off itself again, under a condition; deeper than this nothing but a circle goes. */
const DEEPEST = 32;

/** Effects without events. */
export function flatten(machine: Machine, effects: readonly Effect[], depth = 0): Flat[] {
  if (depth > DEEPEST) throw new Error('an event sets off itself without end');
  return effects.flatMap((effect): Flat[] => {
    if (effect.op === 'emit')
      return flatten(machine, machine.events[effect.event]?.reactions ?? [], depth + 1);
    if (effect.op === 'if') return [{ ...effect, effects: flatten(machine, effect.effects, depth) }];
    return [effect];
  });
}

export function footprintOf(effects: readonly Flat[]): Footprint {
  const variables = new Set<number>();
  const clocks = new Set<number>();
  const reads = new Set<number>();
  const visit = (effect: Flat): void => {
    if (effect.op === 'set' || effect.op === 'add') variables.add(effect.variable);
    else if (effect.op === 'start' || effect.op === 'stop') clocks.add(effect.clock);
    else {
      readsOf(effect.when, reads);
      effect.effects.forEach(visit);
    }
  };
  effects.forEach(visit);
  return { variables, clocks, reads };
}
