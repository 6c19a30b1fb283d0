import { closedFlags } from '../incident-name.ts';
import type { Machine } from '../kernel/machine.ts';
import { InstantDoesNotEnd, type RunOptions } from '../run/run.ts';
import type { Chances } from './chances.ts';
import { compile } from './compile.ts';
import { G, type Memory } from './memory.ts';
import type { Program } from './program-text.ts';

/** Business days have their shortest length: a random run has no calendar. */
export interface SimulateOptions extends Pick<RunOptions, 'until' | 'horizon'> {
  /** A run that makes more is cut off there, as at the horizon; absent: none is. */
  readonly moves?: number;
  /** The odds are not the program's but each run's. */
  readonly perRun?: boolean;
}

/** A compiled machine, and where it keeps its state and its trace. */
export interface Player {
  readonly program: Program;
  readonly memory: Memory;
  /** What the trace held beyond its page. */
  readonly pages: Int32Array[];
}

export function makePlayer(machine: Machine, odds: Chances, options: SimulateOptions): Player {
  const pages: Int32Array[] = [];
  const ending = { ...options, closed: closedFlags(machine) };
  const { program, memory } = compile(machine, odds, ending, {
    turn: () => turnPage(pages, memory),
    endless: (now) => {
      throw new InstantDoesNotEnd(machine, now);
    },
  });
  return { program, memory, pages };
}

/** What the trace holds is put aside, so that it has room again. */
export function turnPage(pages: Int32Array[], { g, t }: Memory): void {
  pages.push(t.slice(0, g[G.length]));
  g[G.length] = 0;
}
