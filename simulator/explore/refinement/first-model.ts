import type { Effect, Promised } from '../../kernel/machine.ts';
import type { Influence } from '../abstract/influence.ts';
import type { Kept } from '../abstract/kept.ts';
import type { Goal } from '../search/future.ts';
import { dependsOn } from './reasons.ts';

/** Where so much would have to be known, as where anybody of many may answer, it is learned who counts. */
const MOST_KEEPERS = 40;

/**
 * What the first model knows: the promise, and of a deadline whoever could keep it, whether he may already and how long he takes. In
 * a model that does not know that, nobody ever keeps it, and how its clock came to run is learned first.
 */
export function firstModel({ machine }: Influence, promise: Promised, goal: Goal): Kept {
  const { variable, clock, bound, expects } = promise;
  const alone: Kept = { variables: new Set([variable]), clocks: new Set(clock === undefined ? [] : [clock]) };
  if (goal !== 'broken' || clock === undefined || bound === 0) return alone;
  const wanted = new Set(expects);
  const kept = machine.windows
    .filter(({ alternatives }) => alternatives.some(({ effects }) => emitsAny(effects, wanted)))
    .map((window) => dependsOn(alone, window))
    .reduce<Kept>(
      ({ variables, clocks }, more) => ({
        variables: new Set([...variables, ...more.variables]),
        clocks: new Set([...clocks, ...more.clocks]),
      }),
      alone,
    );
  return kept.variables.size <= MOST_KEEPERS ? kept : alone;
}

const emitsAny = (effects: readonly Effect[], wanted: ReadonlySet<number>): boolean =>
  effects.some((effect) =>
    effect.op === 'emit' ? wanted.has(effect.event) : effect.op === 'if' && emitsAny(effect.effects, wanted),
  );
