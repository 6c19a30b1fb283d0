import { effectsOf } from '../../kernel/effects.ts';
import { type Machine, PROMISE } from '../../kernel/machine.ts';
import { type Human, mayFail } from '../../kernel/may-fail.ts';
import type { ValuesOf } from '../../kernel/simplify.ts';

/** The values that variables can have at all. Whoever is never bound, or steady, never fails, unless he is restless. */
export function possibleValues(machine: Machine, restless: readonly Human[]): ValuesOf {
  const { variables } = machine;
  const written = new Map<number, Set<number>>();
  const add = (variable: number, value: number): void => {
    const values = written.get(variable) ?? new Set([variables[variable]?.initial ?? 0]);
    written.set(variable, values.add(value));
  };
  const all = (variable: number): void => {
    for (let value = 0; value < (variables[variable]?.size ?? 0); value++) add(variable, value);
  };
  for (const effect of effectsOf(machine)) {
    if (effect.op === 'set') add(effect.variable, effect.to);
    if (effect.op === 'add') all(effect.variable);
  }
  for (const { owner, hi } of machine.windows) if (hi !== undefined && mayFail(owner)) all(owner.failed);
  for (const { failed } of restless) all(failed);
  for (const { variable, clock } of machine.promises)
    if (clock !== undefined) add(variable, PROMISE.violated);
  const sorted = new Map(
    [...written].map(([variable, values]) => [variable, [...values].sort((a, b) => a - b)]),
  );
  return (variable) => sorted.get(variable) ?? [variables[variable]?.initial ?? 0];
}
