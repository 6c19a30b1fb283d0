import { type Guard, is, not } from '../../kernel/guard.ts';
import { type Machine, PROMISE } from '../../kernel/machine.ts';
import type { Flat } from './flatten.ts';
import { type Atom, testAtom } from './kept.ts';

/** A bit a variable: those that have left their initial value at some time. */
type Once = bigint;

const NONE: Once = 0n;
/** What cannot be, from which anything follows. */
const NEVER: Once = -1n;

const both = (one: Once, other: Once): Once => one | other;
/** Only what the two share is sure. */
const either = (one: Once, other: Once): Once => one & other;

/** Something that was the case before something is written, and what was the case before that. */
interface Path {
  readonly before: Path | undefined;
  readonly guard: Guard;
}

/** What is written where, with everything that stands before it. */
interface Written {
  readonly effects: readonly Flat[];
  readonly when: Guard;
}

/**
 * Says what must have happened before: the variables that have left their initial value, for good, whenever a guard holds. No step is
 * done before its incident was declared, nobody answers a page before it was sent. Found as the greatest fixpoint over all that
 * writes each value, in whatever order; true in every run, so that a coarser model may count on it.
 */
export function pastOf(machine: Machine, written: readonly Written[]): (guard: Guard) => readonly number[] {
  const every = waysOf(machine, written);
  const ways = every.filter(({ variable, value }) => value !== machine.variables[variable]?.initial);
  const once = machine.variables.map(({ size, initial }) =>
    Array.from({ length: size }, (_, value): Once => (value === initial ? NONE : NEVER)),
  );
  for (let changed = true; changed; ) {
    changed = false;
    const onPath = memo(
      (path: Path, self): Once => both(path.before ? self(path.before) : NONE, onceIn(once, path.guard)),
    );
    for (const { variable, value, paths } of ways) {
      const ofAll = paths.map((path) => (path ? onPath(path) : NONE)).reduce(either, NEVER);
      const found = both(1n << BigInt(variable), ofAll);
      if (found === once[variable]?.[value]) continue;
      (once[variable] as Once[])[value] = found;
      changed = true;
    }
  }
  const comeBack = new Set(
    every.flatMap(({ variable, value }) => (value === machine.variables[variable]?.initial ? variable : [])),
  );
  const forGood = [...machine.variables.keys()].filter((variable) => !comeBack.has(variable));
  return (guard) => {
    const found = onceIn(once, guard);
    return forGood.filter((variable) => (found >> BigInt(variable)) & 1n);
  };
}

function memo<K, V>(of: (key: K, self: (key: K) => V) => V): (key: K) => V {
  const known = new Map<K, V>();
  const self = (key: K): V => {
    if (!known.has(key)) known.set(key, of(key, self));
    return known.get(key) as V;
  };
  return self;
}

/** All ways in which a variable gets a value; undefined: at any time. */
interface Ways {
  readonly variable: number;
  readonly value: number;
  readonly paths: (Path | undefined)[];
}

function waysOf(machine: Machine, written: readonly Written[]): Ways[] {
  const ways = machine.variables.map(() => new Map<number, Ways>());
  const note = (variable: number, value: number, path: Path | undefined): void => {
    const known = ways[variable]?.get(value);
    if (known) known.paths.push(path);
    else ways[variable]?.set(value, { variable, value, paths: [path] });
  };
  const noteAll = (variable: number, path: Path | undefined): void => {
    for (let value = 0; value < (machine.variables[variable]?.size ?? 0); value++)
      note(variable, value, path);
  };
  const visit = (effects: readonly Flat[], given: Path): void => {
    let path = given;
    for (const effect of effects) {
      if (effect.op === 'set') note(effect.variable, effect.to, path);
      else if (effect.op === 'add') noteAll(effect.variable, path);
      else if (effect.op === 'if') visit(effect.effects, { before: path, guard: effect.when });
      const done = wasDone(effect);
      if (done) path = { before: path, guard: done };
    }
  };
  for (const { effects, when } of written) visit(effects, { before: undefined, guard: when });
  for (const { owner } of machine.windows) if ('failed' in owner) noteAll(owner.failed, undefined);
  for (const { variable } of machine.promises)
    note(variable, PROMISE.violated, { before: undefined, guard: is(variable, PROMISE.open) });
  return ways.flatMap((each) => [...each.values()]);
}

/** What has been the case at some time once an effect is done. */
function wasDone(effect: Flat): Guard | undefined {
  if (effect.op === 'set') return is(effect.variable, effect.to);
  if (effect.op !== 'if') return undefined;
  const guards = [effect.when, ...effect.effects.flatMap((each) => wasDone(each) ?? [])];
  return { op: 'any', guards: [not(effect.when), { op: 'all', guards }] };
}

/** What has left its initial value at some time, wherever the guard holds. */
function onceIn(once: readonly (readonly Once[])[], guard: Guard, negated = false): Once {
  switch (guard.op) {
    case 'always':
      return negated ? NEVER : NONE;
    case 'is':
    case 'atLeast':
      return atomOnce(once[guard.variable] ?? [], guard, negated);
    case 'not':
      return onceIn(once, guard.guard, !negated);
    case 'all':
    case 'any': {
      const parts = guard.guards.map((part) => onceIn(once, part, negated));
      return (guard.op === 'all') !== negated ? parts.reduce(both, NONE) : parts.reduce(either, NEVER);
    }
  }
}

const atomOnce = (values: readonly Once[], atom: Atom, negated: boolean): Once =>
  values.filter((_, value) => testAtom(atom, value) !== negated).reduce(either, NEVER);
