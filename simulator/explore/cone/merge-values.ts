import { effectsOf } from '../../kernel/effects.ts';
import type { Guard } from '../../kernel/guard.ts';
import { type Machine, PROMISE } from '../../kernel/machine.ts';
import { kept, rewrite } from './rewrite.ts';

/** Atoms about one variable, as texts that order nothing: `=3`, `>2`. */
type Atoms = Map<number, Set<string>>;

/**
 * Values that nothing in the machine tells apart become one, the smallest of them: a step that is done or skipped, the causes
 * that nobody reads. Exact: the merged machine is bisimilar. Counted variables keep their values.
 */
export function mergeValues(machine: Machine): Machine {
  const atoms = atomsOf(machine);
  const counted = countedVariables(machine);
  const smallest = new Map<number, readonly number[]>();
  const merged = (variable: number, value: number): number => {
    if (counted.has(variable)) return value;
    const found =
      smallest.get(variable) ?? smallestOf(machine.variables[variable]?.size ?? 0, atoms.get(variable));
    smallest.set(variable, found);
    return found[value] ?? value;
  };
  const rewritten = rewrite(machine, {
    guard: (guard) => guard,
    effect: (effect) => {
      if (effect.op !== 'set') return [effect];
      const to = merged(effect.variable, effect.to);
      return [to === effect.to ? effect : { ...effect, to }];
    },
  });
  const variables = kept(machine.variables, (variable, place) => {
    const initial = variable.initial === 0 ? 0 : merged(place, variable.initial);
    return [initial === variable.initial ? variable : { ...variable, initial }];
  });
  return variables === machine.variables ? rewritten : { ...rewritten, variables };
}

/** By value, the smallest that no atom tells from it. */
function smallestOf(size: number, atoms: ReadonlySet<string> | undefined): number[] {
  const classes = new Map<string, number>();
  return Array.from({ length: size }, (_, value) => {
    const key = signature(atoms, value);
    const first = classes.get(key) ?? value;
    classes.set(key, first);
    return first;
  });
}

const signature = (atoms: ReadonlySet<string> | undefined, value: number): string =>
  [...(atoms ?? [])]
    .map((atom) => (atom[0] === '=' ? value === Number(atom.slice(1)) : value >= Number(atom.slice(1))))
    .join();

function atomsOf(machine: Machine): Atoms {
  const atoms: Atoms = new Map();
  const add = (variable: number, atom: string) => {
    if (!atoms.has(variable)) atoms.set(variable, new Set());
    atoms.get(variable)?.add(atom);
  };
  const read = (guard: Guard): void => {
    if (guard.op === 'is') add(guard.variable, `=${guard.value}`);
    else if (guard.op === 'atLeast') add(guard.variable, `>${guard.value}`);
    else if (guard.op === 'not') read(guard.guard);
    else if (guard.op === 'all' || guard.op === 'any') guard.guards.forEach(read);
  };
  for (const { when } of [...machine.windows, ...machine.consequences]) read(when);
  for (const effect of effectsOf(machine)) if (effect.op === 'if') read(effect.when);
  for (const { variable } of machine.promises)
    for (const value of [PROMISE.idle, PROMISE.open, PROMISE.violated]) add(variable, `=${value}`);
  return atoms;
}

function countedVariables(machine: Machine): Set<number> {
  const counted = new Set<number>();
  for (const effect of effectsOf(machine)) if (effect.op === 'add') counted.add(effect.variable);
  for (const { owner, answered } of machine.windows) {
    if (owner.kind === 'person' || owner.kind === 'group') counted.add(owner.failed);
    if (answered !== undefined) counted.add(answered);
  }
  return counted;
}
