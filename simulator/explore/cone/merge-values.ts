import { effectsOf } from '../../kernel/effects.ts';
import type { Guard } from '../../kernel/guard.ts';
import { type Machine, PROMISE } from '../../kernel/machine.ts';
import { rewrite } from './rewrite.ts';

/** Atoms about one variable, as texts that order nothing: `=3`, `>2`. */
type Atoms = Map<number, Set<string>>;

/**
 * Values that nothing in the machine tells apart become one, the smallest of them: a step that is done or skipped, the causes
 * that nobody reads. Exact: the merged machine is bisimilar. Counted variables keep their values.
 */
export function mergeValues(machine: Machine): Machine {
  const atoms = atomsOf(machine);
  const kept = countedVariables(machine);
  const smallest = machine.variables.map(({ size }, variable) => {
    const classes = new Map<string, number>();
    return Array.from({ length: size }, (_, value) => {
      if (kept.has(variable)) return value;
      const key = signature(atoms.get(variable), value);
      if (!classes.has(key)) classes.set(key, value);
      return classes.get(key) as number;
    });
  });
  const merged = (variable: number, value: number): number => smallest[variable]?.[value] ?? value;
  const rewritten = rewrite(machine, {
    guard: (guard) => guard,
    effect: (effect) =>
      effect.op === 'set' ? [{ ...effect, to: merged(effect.variable, effect.to) }] : [effect],
  });
  const variables = machine.variables.map((variable, index) => ({
    ...variable,
    initial: merged(index, variable.initial),
  }));
  return { ...rewritten, variables };
}

const signature = (atoms: Set<string> | undefined, value: number): string =>
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
