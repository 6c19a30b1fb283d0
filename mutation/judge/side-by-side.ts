import { effectsOf } from '../../simulator/kernel/effects.ts';
import { all, always, any, type Guard, not } from '../../simulator/kernel/guard.ts';
import type { Effect, Machine } from '../../simulator/kernel/machine.ts';
import { never } from '../../simulator/kernel/simplify.ts';
import { writeByName } from './changed-parts.ts';

/** Two machines whose parts are compared by the names of what they read and write. */
export interface SideBySide {
  /** A part of the one as text, and of the other: the same text, the same part. */
  readonly textOf: (part: unknown) => string;
  readonly otherText: (part: unknown) => string;
  /** A guard of the other, read in the one, as long as all that the other alone knows is as it was at the start. */
  readonly translated: (guard: Guard) => Guard;
}

/** undefined: what both know does not begin alike. */
export function sideBySide(one: Machine, other: Machine): SideBySide | undefined {
  const places = new Map(one.variables.map(({ name }, place) => [name, place]));
  const initialOf = (name: string) => one.variables[places.get(name) ?? -1]?.initial;
  if (other.variables.some(({ name, initial }) => (initialOf(name) ?? initial) !== initial)) return undefined;
  const summed = new Set([...summedIn(one), ...summedIn(other)]);
  return {
    textOf: wordingOf(one, summed),
    otherText: wordingOf(other, summed),
    translated: (guard) => translatedFrom(other, places, guard),
  };
}

const summedIn = (machine: Machine): string[] =>
  [...effectsOf(machine)].flatMap((each) =>
    each.op === 'add' ? (machine.variables[each.variable]?.name ?? []) : [],
  );

/** How many values a variable can have matters only where a sum stops at the last; how far a clock counts, to no run. */
function wordingOf(machine: Machine, summed: ReadonlySet<string>): (part: unknown) => string {
  const worded: Machine = {
    ...machine,
    variables: machine.variables.map((each) => (summed.has(each.name) ? each : { ...each, size: 0 })),
    clocks: machine.clocks.map((each) => ({ ...each, cap: 0 })),
  };
  return (part) => writeByName(worded, part);
}

function translatedFrom(from: Machine, places: ReadonlyMap<string, number>, guard: Guard): Guard {
  const inner = (each: Guard): Guard => translatedFrom(from, places, each);
  switch (guard.op) {
    case 'always':
      return guard;
    case 'is':
    case 'atLeast': {
      const { name, initial } = from.variables[guard.variable] ?? { name: '', initial: 0 };
      const variable = places.get(name);
      if (variable !== undefined) return { ...guard, variable };
      return (guard.op === 'is' ? initial === guard.value : initial >= guard.value) ? always : never;
    }
    case 'not':
      return not(inner(guard.guard));
    case 'all':
    case 'any':
      return { op: guard.op, guards: guard.guards.map(inner) };
  }
}

/** One of two guards holds and the other does not, read in the one machine. */
export function disagreement({ translated }: SideBySide, when: Guard, theirs: Guard): Guard {
  const other = translated(theirs);
  return any(all(when, not(other)), all(other, not(when)));
}

type Condition = Extract<Effect, { op: 'if' }>;

/** Effects of the one, with `tell` in front of whatever the other does not do, or not so; undefined: more than conditions differ. */
export function effectsTelling(
  sides: SideBySide,
  tell: Effect,
  ours: readonly Effect[],
  theirs: readonly Effect[],
): Effect[] | undefined {
  const tellIf = (when: Guard): Effect => ({ op: 'if', when, effects: [tell] });
  const align = (mine: readonly Effect[], others: readonly Effect[]): Effect[] | undefined => {
    const [texts, otherTexts] = [mine.map(sides.textOf), others.map(sides.otherText)];
    const told: Effect[] = [];
    for (let [i, j] = [0, 0]; i < mine.length || j < others.length; ) {
      const [one, other] = [mine[i], others[j]];
      if (one && other && texts[i] === otherTexts[j]) {
        told.push(one);
        i++;
        j++;
        continue;
      }
      const only = one?.op === 'if' && !otherTexts.includes(texts[i] as string, j) ? one : undefined;
      const onlyOther = other?.op === 'if' && !texts.includes(otherTexts[j] as string, i) ? other : undefined;
      if (!only && !onlyOther) return undefined;
      told.push(...conditions(only, onlyOther));
      if (only) i++;
      if (onlyOther) j++;
    }
    return told;
  };
  const conditions = (one: Condition | undefined, other: Condition | undefined): Effect[] => {
    if (one && other) {
      const inner =
        sides.textOf(one.when) === sides.otherText(other.when) && align(one.effects, other.effects);
      if (inner) return [{ ...one, effects: inner }];
      if (sides.textOf(one.effects) === sides.otherText(other.effects))
        return [tellIf(disagreement(sides, one.when, other.when)), one];
    }
    return [...(one ? onlyHere(one) : []), ...(other ? onlyThere(other) : [])];
  };
  // Conditions within it that do not hold make no difference either.
  const onlyHere = (one: Condition): Effect[] => {
    const inner = align(one.effects, []);
    return inner ? [{ ...one, effects: inner }] : [tellIf(one.when), one];
  };
  const onlyThere = ({ when, effects }: Condition): Effect[] => [
    { op: 'if', when: sides.translated(when), effects: align([], effects) ?? [tell] },
  ];
  return align(ours, theirs);
}
