import { always, type Guard } from '../../kernel/guard.ts';
import type { Effect } from '../../kernel/machine.ts';
import { isNever, never } from '../../kernel/simplify.ts';
import { type Block, isChanged, relevantIn, type Statement } from './block.ts';
import { type Atom, type Kept, literal, mapAtoms, mayBe, testAtom } from './kept.ts';

/** Values that variables which are not kept must have for a variant to be what really happens. */
export type Assumption = ReadonlyMap<number, readonly number[]>;

/** One thing that a list of effects may do to what is kept. */
export interface Variant {
  readonly effects: readonly Effect[];
  /** Any of these makes it happen. Worked out when asked for: most variants are in no story. */
  assumes(): readonly Assumption[];
}

/** More ways than these are not looked at, or not told apart: then what decides between them has to be kept. */
const MOST_LOOKED_AT = 256;
const MOST = 24;

/** A choice to be made: the values of a variable that come to the same, or whether one reading of a changing one holds. */
interface Choice {
  readonly variable?: number;
  readonly classes: readonly (readonly number[])[];
}

const READING: Choice = { classes: [[0], [1]] };

/** What the conditions of one statement ask of what is not kept. */
interface Asking {
  readonly statement: Statement;
  /** Atoms on variables as they were before. */
  readonly atoms: readonly Atom[];
  /** The variable of each reading of one that may have changed since. */
  readonly readings: readonly number[];
}

/**
 * What a block may do to what is kept, one variant for each way in which conditions on the rest may fall. A variable that the
 * same block writes is asked anew at each reading. `given`: a guard known to hold before. Too many ways: the variables that
 * decide.
 */
export function variantsOf(
  block: Block,
  kept: Kept,
  given: Guard,
  sizeOf: (variable: number) => number,
): readonly Variant[] | { readonly decide: readonly number[] } {
  const asking = relevantIn(block, kept).map((statement) => askingOf(statement, block, kept));
  const atoms = new Map<number, Atom[]>();
  for (const each of asking.flatMap((one) => one.atoms))
    atoms.set(each.variable, [...(atoms.get(each.variable) ?? []), each]);
  const readings = asking.flatMap((one) => one.readings);
  const choices = [
    ...[...atoms].map(
      ([variable, mine]): Choice => ({ variable, classes: classesOf(mine, sizeOf(variable), given) }),
    ),
    ...readings.map(() => READING),
  ];
  const ways = choices.reduce((product, { classes }) => product * classes.length, 1);
  const decide = () => ({ decide: [...new Set([...atoms.keys(), ...readings])] });
  if (ways > MOST_LOOKED_AT) return decide();
  const variants = variantsBy(choices, outcomesOf(asking, choices, block, kept));
  return variants.length > MOST ? decide() : variants;
}

function askingOf(statement: Statement, block: Block, kept: Kept): Asking {
  const atoms: Atom[] = [];
  const readings: number[] = [];
  const visit = (each: Statement): void => {
    if (each.op !== 'if') return;
    mapAtoms(each.when, (atom) => {
      if (kept.variables.has(atom.variable)) return always;
      if (isChanged(block, each.place, atom.variable)) readings.push(atom.variable);
      else atoms.push(atom);
      return always;
    });
    each.effects.forEach(visit);
  };
  visit(statement);
  return { statement, atoms, readings };
}

/** Values that these atoms of one variable do not tell apart, without those that what is given rules out. */
function classesOf(atoms: readonly Atom[], size: number, given: Guard): number[][] {
  const classes = new Map<string, number[]>();
  const { variable } = atoms[0] as Atom;
  for (let value = 0; value < size; value++) {
    if (!mayBe(given, variable, value)) continue;
    const key = atoms.map((atom) => testAtom(atom, value)).join();
    classes.set(key, [...(classes.get(key) ?? []), value]);
  }
  return [...classes.values()];
}

/** By choice, the class that is taken. */
type Taken = readonly number[];

/** Every way to take one class of each choice. */
function every(choices: readonly Choice[]): Taken[] {
  let ways: number[][] = [[]];
  for (const { classes } of choices) ways = ways.flatMap((way) => classes.map((_, index) => [...way, index]));
  return ways;
}

/** What a statement comes to when classes are taken; the same for all ways that agree on what it asks. */
type Outcome = (taken: Taken) => readonly Effect[];

function outcomesOf(
  asking: readonly Asking[],
  choices: readonly Choice[],
  block: Block,
  kept: Kept,
): Outcome[] {
  const choiceOf = new Map(
    choices.flatMap(({ variable }, index) => (variable === undefined ? [] : [[variable, index]])),
  );
  let reading = choiceOf.size;
  return asking.map(({ statement, atoms, readings }) => {
    const first = reading;
    reading += readings.length;
    const mine = [
      ...new Set(atoms.map(({ variable }) => choiceOf.get(variable) as number)),
      ...readings.map((_, index) => first + index),
    ];
    const known = new Map<string, readonly Effect[]>();
    return (taken) => {
      const key = mine.map((choice) => taken[choice]).join();
      const found = known.get(key) ?? comesTo(statement, first, taken);
      known.set(key, found);
      return found;
    };
  });

  function comesTo(statement: Statement, first: number, taken: Taken): Effect[] {
    let next = first;
    const decide =
      (place: number) =>
      (atom: Atom, negated: boolean): Guard => {
        if (kept.variables.has(atom.variable)) return literal(atom, negated);
        const truth = isChanged(block, place, atom.variable)
          ? taken[next++] === 1
          : testAtom(atom, valueTaken(choices, taken, choiceOf.get(atom.variable) as number));
        return truth !== negated ? always : never;
      };
    const decided = (list: readonly Statement[]): Effect[] =>
      list.flatMap((each): Effect[] => {
        if (each.op !== 'if') return [each];
        const when = mapAtoms(each.when, decide(each.place));
        const inner = decided(each.effects);
        if (isNever(when) || inner.length === 0) return [];
        return when.op === 'always' ? inner : [{ op: 'if', when, effects: inner }];
      });
    return decided([statement]);
  }
}

const valueTaken = (choices: readonly Choice[], taken: Taken, choice: number): number =>
  choices[choice]?.classes[taken[choice] as number]?.[0] as number;

/** What all statements come to, each once; ways that come to the same are ways to one variant. */
function variantsBy(choices: readonly Choice[], outcomes: readonly Outcome[]): Variant[] {
  const found = new Map<string, { readonly effects: readonly Effect[]; readonly ways: Taken[] }>();
  const named = new Map<Effect, string>();
  const nameOf = (effect: Effect): string => {
    const name = named.get(effect) ?? JSON.stringify(effect);
    named.set(effect, name);
    return name;
  };
  for (const taken of every(choices)) {
    const effects = outcomes.flatMap((outcome) => outcome(taken));
    const key = effects.map(nameOf).join();
    const known = found.get(key);
    if (known) known.ways.push(taken);
    else found.set(key, { effects, ways: [taken] });
  }
  return [...found.values()].map(({ effects, ways }) => ({
    effects,
    assumes: () => ways.map((taken) => assumedBy(choices, taken)),
  }));
}

const assumedBy = (choices: readonly Choice[], taken: Taken): Assumption =>
  new Map(
    choices.flatMap(({ variable, classes }, index) =>
      variable === undefined ? [] : [[variable, classes[taken[index] as number] as readonly number[]]],
    ),
  );
