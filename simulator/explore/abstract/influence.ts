import { readsOf } from '../../kernel/guard.ts';
import type { Alternative, Machine } from '../../kernel/machine.ts';
import { type Flat, type Footprint, flatten, footprintOf } from './flatten.ts';

/** One alternative of a window, or a consequence, with events written out. */
export interface Way {
  readonly name: string;
  readonly effects: readonly Flat[];
  readonly footprint: Footprint;
}

/** What each window and consequence of a machine may write and reads; computed once, used by every coarser model of it. */
export interface Influence {
  readonly machine: Machine;
  readonly windows: readonly { readonly ways: readonly Way[]; readonly reads: ReadonlySet<number> }[];
  readonly consequences: readonly { readonly way: Way; readonly reads: ReadonlySet<number> }[];
}

export function influenceOf(machine: Machine): Influence {
  const wayOf = ({ name, effects }: Alternative): Way => {
    const flat = flatten(machine, effects);
    return { name, effects: flat, footprint: footprintOf(flat) };
  };
  return {
    machine,
    windows: machine.windows.map(({ when, answered, alternatives }) => {
      const reads = readsOf(when);
      if (answered !== undefined) reads.add(answered);
      return { ways: alternatives.map(wayOf), reads };
    }),
    consequences: machine.consequences.map((each) => ({ way: wayOf(each), reads: readsOf(each.when) })),
  };
}
