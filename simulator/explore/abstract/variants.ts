import { always, type Guard } from '../../kernel/guard.ts';
import type { Effect } from '../../kernel/machine.ts';
import { isNever, never } from '../../kernel/simplify.ts';
import { type Flat, type Footprint, footprintOf } from './flatten.ts';
import { type Atom, type Kept, literal, mapAtoms, testAtom } from './kept.ts';

/** Values that variables which are not kept must have for a variant to be what really happens. */
export type Assumption = ReadonlyMap<number, readonly number[]>;

/** One thing that a list of effects may do to what is kept. */
export interface Variant {
  readonly effects: readonly Effect[];
  /** Any of these makes it happen. */
  readonly assumes: readonly Assumption[];
}

/** More ways than these are not looked at, or not told apart: then what decides between them has to be kept. */
const MOST_LOOKED_AT = 256;
const MOST = 24;

/** A choice to be made: the values of a variable that come to the same, or whether one reading of a changing one holds. */
type Choice =
  | { readonly variable: number; readonly classes: readonly (readonly number[])[] }
  | { readonly reading: number; readonly classes: readonly (readonly number[])[] };

/**
 * What effects may do to what is kept, one variant for each way in which conditions on the rest may fall. A variable that the
 * same effects write is asked anew at each reading. `given`: a guard known to hold before. Too many ways: the variables that
 * decide.
 */
export function variantsOf(
  effects: readonly Flat[],
  kept: Kept,
  given: Guard,
  sizeOf: (variable: number) => number,
): readonly Variant[] | { readonly decide: readonly number[] } {
  const relevant = markRelevant(effects, kept, new Set());
  const { byVariable, readings } = readingsIn(relevant, kept);
  const choices: Choice[] = [
    ...[...byVariable].map(([variable, atoms]) => ({
      variable,
      classes: classesOf(atoms, sizeOf(variable), given, variable),
    })),
    ...readings.map((_, reading) => ({ reading, classes: [[0], [1]] })),
  ];
  const ways = choices.reduce((product, { classes }) => product * classes.length, 1);
  const decide = () => ({ decide: [...new Set([...byVariable.keys(), ...readings])] });
  if (ways > MOST_LOOKED_AT) return decide();
  const variants = merged(every(choices).map((taken) => variantFor(relevant, kept, choices, taken)));
  return variants.length > MOST ? decide() : variants;
}

/** An effect on what is kept; a condition knows which variables may have been written before it, in the same instant. */
type Marked =
  | Exclude<Flat, { op: 'if' }>
  | {
      readonly op: 'if';
      readonly when: Guard;
      readonly changed: ReadonlySet<number>;
      readonly effects: readonly Marked[];
    };

function markRelevant(effects: readonly Flat[], kept: Kept, written: Set<number>): Marked[] {
  return effects.flatMap((effect): Marked[] => {
    if (effect.op === 'start' || effect.op === 'stop') return kept.clocks.has(effect.clock) ? [effect] : [];
    if (effect.op !== 'if') {
      written.add(effect.variable);
      return kept.variables.has(effect.variable) ? [effect] : [];
    }
    const { variables, clocks } = footprintIn(effect);
    if (!isAny(variables, kept.variables) && !isAny(clocks, kept.clocks)) {
      for (const variable of variables) written.add(variable);
      return [];
    }
    const changed = new Set(written);
    const inner = markRelevant(effect.effects, kept, written);
    return inner.length === 0 ? [] : [{ op: 'if', when: effect.when, changed, effects: inner }];
  });
}

const isAny = (some: ReadonlySet<number>, of: ReadonlySet<number>): boolean => {
  for (const each of some) if (of.has(each)) return true;
  return false;
};

const footprints = new WeakMap<Flat, Footprint>();

function footprintIn(effect: Flat): Footprint {
  const known = footprints.get(effect) ?? footprintOf([effect]);
  footprints.set(effect, known);
  return known;
}

/** Atoms on what is not kept: of variables as they were before, and those of each reading of one that may have changed since. */
function readingsIn(effects: readonly Marked[], kept: Kept) {
  const byVariable = new Map<number, Atom[]>();
  const readings: number[] = [];
  eachAtom(effects, (atom, changed) => {
    if (kept.variables.has(atom.variable)) return;
    if (changed.has(atom.variable)) readings.push(atom.variable);
    else byVariable.set(atom.variable, [...(byVariable.get(atom.variable) ?? []), atom]);
  });
  return { byVariable, readings };
}

function eachAtom(
  effects: readonly Marked[],
  visit: (atom: Atom, changed: ReadonlySet<number>) => void,
): void {
  for (const effect of effects) {
    if (effect.op !== 'if') continue;
    mapAtoms(effect.when, (atom) => {
      visit(atom, effect.changed);
      return always;
    });
    eachAtom(effect.effects, visit);
  }
}

/** Values that these atoms do not tell apart, without those that what is given rules out. */
function classesOf(atoms: readonly Atom[], size: number, given: Guard, variable: number): number[][] {
  const classes = new Map<string, number[]>();
  for (let value = 0; value < size; value++) {
    if (rulesOut(given, variable, value)) continue;
    const key = atoms.map((atom) => testAtom(atom, value)).join();
    classes.set(key, [...(classes.get(key) ?? []), value]);
  }
  return [...classes.values()];
}

const rulesOut = (given: Guard, variable: number, value: number): boolean =>
  isNever(
    mapAtoms(given, (atom, negated) =>
      atom.variable !== variable || testAtom(atom, value) !== negated ? always : never,
    ),
  );

/** Every way to take one class of each choice. */
function every(choices: readonly Choice[]): number[][] {
  let ways: number[][] = [[]];
  for (const { classes } of choices) ways = ways.flatMap((way) => classes.map((_, index) => [...way, index]));
  return ways;
}

function variantFor(
  effects: readonly Marked[],
  kept: Kept,
  choices: readonly Choice[],
  taken: readonly number[],
): Variant {
  const values = new Map<number, readonly number[]>();
  const readings: boolean[] = [];
  choices.forEach((choice, index) => {
    const chosen = choice.classes[taken[index] as number] as readonly number[];
    if ('variable' in choice) values.set(choice.variable, chosen);
    else readings[choice.reading] = chosen[0] === 1;
  });
  let reading = 0;
  const decide =
    (changed: ReadonlySet<number>) =>
    (atom: Atom, negated: boolean): Guard => {
      if (kept.variables.has(atom.variable)) return literal(atom, negated);
      const truth = changed.has(atom.variable)
        ? readings[reading++]
        : testAtom(atom, values.get(atom.variable)?.[0] as number);
      return truth !== negated ? always : never;
    };
  const decided = (list: readonly Marked[]): Effect[] =>
    list.flatMap((effect): Effect[] => {
      if (effect.op !== 'if') return [effect];
      const when = mapAtoms(effect.when, decide(effect.changed));
      const inner = decided(effect.effects);
      if (isNever(when) || inner.length === 0) return [];
      return when.op === 'always' ? inner : [{ op: 'if', when, effects: inner }];
    });
  return { effects: decided(effects), assumes: [values] };
}

function merged(variants: readonly Variant[]): readonly Variant[] {
  if (variants.length < 2) return variants;
  const byEffects = new Map<string, Variant>();
  for (const variant of variants) {
    const key = JSON.stringify(variant.effects);
    const known = byEffects.get(key);
    byEffects.set(key, known ? { ...known, assumes: [...known.assumes, ...variant.assumes] } : variant);
  }
  return [...byEffects.values()];
}
