import type { Machine } from '../kernel/machine.ts';
import { G, type Memory } from './memory.ts';
import type { Program } from './program-text.ts';
import { NEVER } from './rank.ts';

/** The open promises against the clock. */
export interface Deadlines {
  /** Finds the soonest deadline, and the soonest that is still to come. */
  look(): void;
  /** Breaks what is overdue, in the order of the machine. */
  breakOverdue(): void;
  /** Is any promise with a deadline open? */
  anyOpen(): boolean;
}

export function deadlinesOf({ promises }: Machine, { g, s, live }: Memory, program: Program): Deadlines {
  const bounds = Int32Array.from(promises, ({ bound }) => bound);
  const clocks = Int32Array.from(promises, ({ clock }) => clock ?? -1);
  const dueOf = (index: number): number => {
    const start = s[clocks[index] as number] as number;
    return start < 0 ? NEVER : start + (bounds[index] as number);
  };
  return {
    look: () => {
      const now = g[G.now] as number;
      let soonest = NEVER;
      let later = NEVER;
      for (let word = 0; word < live.length; word++)
        for (let bits = live[word] as number; bits !== 0; bits &= bits - 1) {
          const due = dueOf((word << 5) + 31 - Math.clz32(bits & -bits));
          if (due < soonest) soonest = due;
          if (due > now && due < later) later = due;
        }
      g[G.soonest] = soonest;
      g[G.later] = later;
      g[G.deadlinesChanged] = 0;
    },
    breakOverdue: () => {
      const now = g[G.now] as number;
      for (let word = 0; word < live.length; word++)
        for (let bits = live[word] as number; bits !== 0; bits &= bits - 1) {
          const index = (word << 5) + 31 - Math.clz32(bits & -bits);
          if (dueOf(index) <= now) program.broke(index);
        }
    },
    anyOpen: () => {
      for (let word = 0; word < live.length; word++) if (live[word] !== 0) return true;
      return false;
    },
  };
}
