import { type Guard, readsOf } from '../kernel/guard.ts';
import type { Machine } from '../kernel/machine.ts';

/** Who has to look again when something of the state changes: indices, in the order of the machine. */
export interface Readers {
  readonly windowsOfVariable: readonly number[][];
  readonly windowsOfClock: readonly number[][];
  readonly consequencesOfVariable: readonly number[][];
  readonly promisesOfVariable: readonly number[][];
}

/** Free windows of a random run never move, so that nothing has to look at them: `watched` leaves them out. */
export function readersOf(machine: Machine, watched: (window: number) => boolean): Readers {
  const lists = (length: number) => Array.from({ length }, (): number[] => []);
  const readers: Readers = {
    windowsOfVariable: lists(machine.variables.length),
    windowsOfClock: lists(machine.clocks.length),
    consequencesOfVariable: lists(machine.variables.length),
    promisesOfVariable: lists(machine.variables.length),
  };
  machine.windows.forEach(({ when, clock, owner, answered }, index) => {
    if (!watched(index)) return;
    const reads = readsOf(when);
    // Whether a bound still binds is read when the window comes due.
    if (owner.kind === 'group') reads.add(owner.failed);
    if (answered !== undefined) reads.add(answered);
    for (const variable of reads) readers.windowsOfVariable[variable]?.push(index);
    if (clock !== undefined) readers.windowsOfClock[clock]?.push(index);
  });
  machine.consequences.forEach(({ when }, index) => {
    for (const variable of readsOf(when)) readers.consequencesOfVariable[variable]?.push(index);
  });
  machine.promises.forEach(({ variable }, index) => {
    readers.promisesOfVariable[variable]?.push(index);
  });
  return readers;
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

/** Statements that mark these indices in an array of bits; with `&open` only those that are marked there. */
export const marks = (array: string, indices: readonly number[], among: '' | '&open' = ''): string => {
  const words = new Map<number, number>();
  for (const index of indices)
    words.set(index >> 5, (words.get(index >> 5) ?? 0) | (1 << (index & 31)));
  return [...words].map(([word, bits]) => `${array}[${word}]|=${bits}${among && `${among}[${word}]`};`).join('');
};
