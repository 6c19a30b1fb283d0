import { effectsOf } from '../../kernel/effects.ts';
import { type Machine, PROMISE } from '../../kernel/machine.ts';
import { type Human, mayFail } from '../../kernel/may-fail.ts';

/** For each variable, the values it can have at all, ascending. Whoever is never bound, or steady, never fails, unless he is restless. */
export function possibleValues(machine: Machine, restless: readonly Human[]): (readonly number[])[] {
  const values = machine.variables.map(({ initial }) => new Set([initial]));
  const all = (variable: number) => {
    for (let value = 0; value < (machine.variables[variable]?.size ?? 0); value++)
      values[variable]?.add(value);
  };
  for (const effect of effectsOf(machine)) {
    if (effect.op === 'set') values[effect.variable]?.add(effect.to);
    if (effect.op === 'add') all(effect.variable);
  }
  const bound = machine.windows.flatMap(({ owner, hi }) =>
    hi !== undefined && mayFail(owner) ? [owner] : [],
  );
  for (const owner of [...bound, ...restless]) all(owner.failed);
  for (const { variable, clock } of machine.promises)
    if (clock !== undefined) values[variable]?.add(PROMISE.violated);
  return values.map((set) => [...set].sort((a, b) => a - b));
}
