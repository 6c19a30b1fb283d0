import { always, type Guard, readsOf } from '../../kernel/guard.ts';
import type { Effect } from '../../kernel/machine.ts';
import { never } from '../../kernel/simplify.ts';
import { literal, mapAtoms, testAtom } from './kept.ts';
import type { Variant } from './variants.ts';

interface Coming {
  readonly when: Guard;
  readonly variants: readonly Variant[];
}

/**
 * Would it make a difference if the second came only after the first had come, or not at all yet? It does where either may undo
 * the condition of the other, or what it reads or writes.
 */
export const clashes = (one: Coming, other: Coming): boolean => disturbs(one, other) || disturbs(other, one);

function disturbs(one: Coming, other: Coming): boolean {
  const theirs = touched(other);
  return [...writesOf(one)].some(
    ({ variable, clock, value }) =>
      (clock !== undefined && theirs.clocks.has(clock)) ||
      (variable !== undefined &&
        (theirs.conditions.has(variable) ||
          [...theirs.values].some(
            (each) => each.variable === variable && (value === undefined || each.value !== value),
          ) ||
          mayRefute(other.when, variable, value))),
  );
}

/** Could the guard hold before this write and not after it? */
function mayRefute(guard: Guard, variable: number, value: number | undefined): boolean {
  const parts = guard.op === 'all' ? guard.guards : [guard];
  return parts.some(
    (part) => readsOf(part).has(variable) && (value === undefined || !holdsWith(part, variable, value)),
  );
}

/** Does this value alone make the guard hold, whatever else is the case? */
const holdsWith = (guard: Guard, variable: number, value: number): boolean =>
  mapAtoms(guard, (atom, negated) =>
    atom.variable === variable
      ? testAtom(atom, value) !== negated
        ? always
        : never
      : literal(atom, negated),
  ).op === 'always';

interface Write {
  readonly variable?: number;
  readonly clock?: number;
  readonly value?: number;
}

function* writesOf({ variants }: Coming): Generator<Write> {
  for (const { effects } of variants) yield* writes(effects);
}

function* writes(effects: readonly Effect[]): Generator<Write> {
  for (const effect of effects) {
    if (effect.op === 'set') yield { variable: effect.variable, value: effect.to };
    else if (effect.op === 'add') yield { variable: effect.variable };
    else if (effect.op === 'start' || effect.op === 'stop') yield { clock: effect.clock };
    else if (effect.op === 'if') yield* writes(effect.effects);
  }
}

function touched(coming: Coming) {
  const conditions = new Set<number>();
  const clocks = new Set<number>();
  const values: Write[] = [];
  for (const write of writesOf(coming)) {
    if (write.clock !== undefined) clocks.add(write.clock);
    else values.push(write);
  }
  const read = (effects: readonly Effect[]): void => {
    for (const effect of effects)
      if (effect.op === 'if') {
        readsOf(effect.when, conditions);
        read(effect.effects);
      }
  };
  for (const { effects } of coming.variants) read(effects);
  return { conditions, clocks, values };
}
