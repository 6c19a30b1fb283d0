/** A condition on the variables of a state. Clocks bound windows, never guards, so that a machine stays sound untimed. */
export type Guard =
  | { readonly op: 'always' }
  | { readonly op: 'is'; readonly variable: number; readonly value: number }
  | { readonly op: 'atLeast'; readonly variable: number; readonly value: number }
  | { readonly op: 'not'; readonly guard: Guard }
  | { readonly op: 'all'; readonly guards: readonly Guard[] }
  | { readonly op: 'any'; readonly guards: readonly Guard[] };

export const always: Guard = { op: 'always' };
export const is = (variable: number, value: number): Guard => ({ op: 'is', variable, value });
export const atLeast = (variable: number, value: number): Guard => ({ op: 'atLeast', variable, value });
export const not = (guard: Guard): Guard => (guard.op === 'not' ? guard.guard : { op: 'not', guard });

export function all(...guards: readonly Guard[]): Guard {
  const parts = guards.flatMap((guard) =>
    guard.op === 'always' ? [] : guard.op === 'all' ? guard.guards : [guard],
  );
  if (parts.length === 0) return always;
  return parts.length === 1 ? (parts[0] as Guard) : { op: 'all', guards: parts };
}

export const any = (...guards: readonly Guard[]): Guard =>
  guards.length === 1 ? (guards[0] as Guard) : { op: 'any', guards };

export function holds(guard: Guard, state: Int32Array): boolean {
  switch (guard.op) {
    case 'always':
      return true;
    case 'is':
      return state[guard.variable] === guard.value;
    case 'atLeast':
      return (state[guard.variable] as number) >= guard.value;
    case 'not':
      return !holds(guard.guard, state);
    case 'all':
      return guard.guards.every((part) => holds(part, state));
    case 'any':
      return guard.guards.some((part) => holds(part, state));
  }
}

/** The variables a guard reads, each once. */
export function readsOf(guard: Guard, into: Set<number> = new Set()): Set<number> {
  if (guard.op === 'is' || guard.op === 'atLeast') into.add(guard.variable);
  else if (guard.op === 'not') readsOf(guard.guard, into);
  else if (guard.op === 'all' || guard.op === 'any') for (const part of guard.guards) readsOf(part, into);
  return into;
}

/** True when a state in which the variable has this value cannot satisfy the guard, whatever else it holds. */
export function refutes(guard: Guard, variable: number, value: number): boolean {
  switch (guard.op) {
    case 'always':
      return false;
    case 'is':
      return guard.variable === variable && guard.value !== value;
    case 'atLeast':
      return guard.variable === variable && value < guard.value;
    case 'not':
      return guard.guard.op === 'is' && guard.guard.variable === variable && guard.guard.value === value;
    case 'all':
      return guard.guards.some((part) => refutes(part, variable, value));
    case 'any':
      return guard.guards.every((part) => refutes(part, variable, value));
  }
}
