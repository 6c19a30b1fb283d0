import { always, type Guard, not } from './guard.ts';

/** Never holds. */
export const never: Guard = { op: 'any', guards: [] };

export const isNever = (guard: Guard): boolean => guard.op === 'any' && guard.guards.length === 0;

/** The same guard without atoms that are always or never true. */
export function simplify(guard: Guard, values: readonly (readonly number[])[]): Guard {
  switch (guard.op) {
    case 'always':
      return guard;
    case 'is':
      return decided(guard, values[guard.variable] ?? [], (value) => value === guard.value);
    case 'atLeast':
      return decided(guard, values[guard.variable] ?? [], (value) => value >= guard.value);
    case 'not': {
      const inner = simplify(guard.guard, values);
      return isNever(inner) ? always : inner.op === 'always' ? never : not(inner);
    }
    case 'all':
      return conjunction(guard.guards.map((part) => simplify(part, values)));
    case 'any':
      return disjunction(guard.guards.map((part) => simplify(part, values)));
  }
}

function decided(guard: Guard, values: readonly number[], test: (value: number) => boolean): Guard {
  const yes = values.filter(test).length;
  return yes === 0 ? never : yes === values.length ? always : guard;
}

/** The same for guards that are written alike. */
function keyOf(guard: Guard): string {
  switch (guard.op) {
    case 'always':
      return 'T';
    case 'is':
      return `${guard.variable}=${guard.value}`;
    case 'atLeast':
      return `${guard.variable}>${guard.value}`;
    case 'not':
      return `!${keyOf(guard.guard)}`;
    case 'all':
    case 'any':
      return `${guard.op}(${guard.guards.map(keyOf).join()})`;
  }
}

const unique = (guards: readonly Guard[]): readonly Guard[] =>
  guards.length < 2 ? guards : [...new Map(guards.map((guard) => [keyOf(guard), guard])).values()];

export function conjunction(guards: readonly Guard[]): Guard {
  const flat = guards.flatMap((part) => (part.op === 'all' ? part.guards : [part]));
  if (flat.some(isNever)) return never;
  const parts = unique(flat.filter(({ op }) => op !== 'always'));
  if (parts.length === 0) return always;
  return parts.length === 1 ? (parts[0] as Guard) : { op: 'all', guards: parts };
}

export function disjunction(guards: readonly Guard[]): Guard {
  const flat = guards.flatMap((part) => (part.op === 'any' ? part.guards : [part]));
  if (flat.some(({ op }) => op === 'always')) return always;
  const parts = unique(flat);
  return parts.length === 1 ? (parts[0] as Guard) : { op: 'any', guards: parts };
}
