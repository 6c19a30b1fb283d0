import { always, type Guard, not } from './guard.ts';

/** Never holds. */
export const never: Guard = { op: 'any', guards: [] };

export const isNever = (guard: Guard): boolean => guard.op === 'any' && guard.guards.length === 0;

/** By variable: the values it can have at all, ascending. */
export type ValuesOf = (variable: number) => readonly number[];

/** The same guard without atoms that are always or never true; itself where nothing changes. */
export function simplify(guard: Guard, valuesOf: ValuesOf): Guard {
  switch (guard.op) {
    case 'always':
      return guard;
    case 'is':
      return decided(guard, valuesOf(guard.variable), (value) => value === guard.value);
    case 'atLeast':
      return decided(guard, valuesOf(guard.variable), (value) => value >= guard.value);
    case 'not': {
      const inner = simplify(guard.guard, valuesOf);
      if (isNever(inner)) return always;
      if (inner.op === 'always') return never;
      return inner === guard.guard ? guard : not(inner);
    }
    case 'all':
      return unlessSame(guard, conjunction(guard.guards.map((part) => simplify(part, valuesOf))));
    case 'any':
      return unlessSame(guard, disjunction(guard.guards.map((part) => simplify(part, valuesOf))));
  }
}

function decided(guard: Guard, values: readonly number[], test: (value: number) => boolean): Guard {
  if (!values.some(test)) return never;
  return values.every(test) ? always : guard;
}

type Joined = Extract<Guard, { op: 'all' | 'any' }>;

const unlessSame = (guard: Joined, now: Guard): Guard =>
  now.op === guard.op &&
  now.guards.length === guard.guards.length &&
  now.guards.every((part, place) => part === guard.guards[place])
    ? guard
    : now;

/** Are they written alike? */
function alike(one: Guard, other: Guard): boolean {
  if (one === other) return true;
  switch (one.op) {
    case 'always':
      return other.op === 'always';
    case 'is':
    case 'atLeast':
      return one.op === other.op && one.variable === other.variable && one.value === other.value;
    case 'not':
      return other.op === 'not' && alike(one.guard, other.guard);
    case 'all':
    case 'any':
      return (
        one.op === other.op &&
        one.guards.length === other.guards.length &&
        one.guards.every((part, place) => alike(part, other.guards[place] as Guard))
      );
  }
}

/** What these come to, each once; undefined: one of them decides it all. */
function joined(
  guards: readonly Guard[],
  op: 'all' | 'any',
  decides: (guard: Guard) => boolean,
): Guard[] | undefined {
  const parts: Guard[] = [];
  const add = (guard: Guard): boolean => {
    if (decides(guard)) return false;
    if (!parts.some((other) => alike(other, guard))) parts.push(guard);
    return true;
  };
  for (const guard of guards)
    if (guard.op !== op) {
      if (!add(guard)) return undefined;
    } else for (const part of guard.guards) if (!add(part)) return undefined;
  return parts;
}

const isAlways = ({ op }: Guard): boolean => op === 'always';

export function conjunction(guards: readonly Guard[]): Guard {
  const parts = joined(guards, 'all', isNever);
  if (parts === undefined) return never;
  const left = parts.some(isAlways) ? parts.filter((part) => !isAlways(part)) : parts;
  if (left.length === 0) return always;
  return left.length === 1 ? (left[0] as Guard) : { op: 'all', guards: left };
}

export function disjunction(guards: readonly Guard[]): Guard {
  const parts = joined(guards, 'any', isAlways);
  if (parts === undefined) return always;
  return parts.length === 1 ? (parts[0] as Guard) : { op: 'any', guards: parts };
}
