import { holds } from '../kernel/guard.ts';
import type { Machine } from '../kernel/machine.ts';
import { type Readers, readersOf } from '../kernel/readers.ts';
import type { State } from '../kernel/state.ts';

/** What has to be looked at again because something that it reads has changed. At first that is everything. */
export interface Agenda {
  wrote(variable: number): void;
  started(clock: number): void;
  /** A window is to be looked at again. */
  window(index: number): void;
  /** The first consequence whose guard holds, or -1. */
  firstEnabled(): number;
  /** Calls back for each window on the agenda, in the order of the machine, and takes it off. */
  eachWindow(look: (index: number) => void): void;
}

/** A machine is run many times: its index is made once. */
const known = new WeakMap<Machine, Readers>();

function indexOf(machine: Machine): Readers {
  const readers = known.get(machine) ?? readersOf(machine);
  known.set(machine, readers);
  return readers;
}

/** Free windows stay on the agenda: they are asked again after every move. */
export function makeAgenda(machine: Machine, state: State): Agenda {
  const readers = indexOf(machine);
  const windows = new Uint8Array(machine.windows.length).fill(1);
  const consequences = new Uint8Array(machine.consequences.length).fill(1);
  const mark = (marks: Uint8Array, indices: readonly number[] | undefined): void => {
    for (const index of indices ?? []) marks[index] = 1;
  };
  return {
    wrote: (variable) => {
      mark(windows, readers.windowsOfVariable[variable]);
      mark(consequences, readers.consequencesOfVariable[variable]);
    },
    started: (clock) => mark(windows, readers.windowsOfClock[clock]),
    window: (index) => {
      windows[index] = 1;
    },
    firstEnabled: () => {
      for (let index = consequences.indexOf(1); index >= 0; index = consequences.indexOf(1, index + 1)) {
        const consequence = machine.consequences[index];
        // It stays on the agenda after firing: nothing says yet that it falsified its guard.
        if (consequence && holds(consequence.when, state)) return index;
        consequences[index] = 0;
      }
      return -1;
    },
    eachWindow: (look) => {
      for (let index = windows.indexOf(1); index >= 0; index = windows.indexOf(1, index + 1)) {
        if (machine.windows[index]?.hi !== undefined) windows[index] = 0;
        look(index);
      }
    },
  };
}
