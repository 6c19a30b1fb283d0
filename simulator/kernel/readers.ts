import { readsOf } from './guard.ts';
import type { Machine } from './machine.ts';

/** Who has to look again when something of the state changes: indices, in the order of the machine. */
export interface Readers {
  readonly windowsOfVariable: readonly number[][];
  readonly windowsOfClock: readonly number[][];
  readonly consequencesOfVariable: readonly number[][];
  readonly promisesOfVariable: readonly number[][];
}

/** Windows that are not `watched` are left out: nothing ever has to look at them. */
export function readersOf(machine: Machine, watched: (window: number) => boolean = () => true): Readers {
  const lists = (length: number) => Array.from({ length }, (): number[] => []);
  const readers: Readers = {
    windowsOfVariable: lists(machine.variables.length),
    windowsOfClock: lists(machine.clocks.length),
    consequencesOfVariable: lists(machine.variables.length),
    promisesOfVariable: lists(machine.variables.length),
  };
  machine.windows.forEach(({ when, clock, answered }, index) => {
    if (!watched(index)) return;
    const reads = readsOf(when);
    // How many answered decides whether a bound still binds a seat of the group.
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
