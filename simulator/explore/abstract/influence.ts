import { readsOf } from '../../kernel/guard.ts';
import type { Alternative, Machine, Window } from '../../kernel/machine.ts';
import { type Block, blockOf } from './block.ts';
import { type Flat, type Footprint, flatten, footprintOf } from './flatten.ts';
import { type Passed, pastOf } from './past.ts';

/** One alternative of a window, or a consequence, with events written out. */
export interface Way {
  readonly name: string;
  readonly effects: readonly Flat[];
  readonly block: Block;
  readonly footprint: Footprint;
}

/** What decides whether something may happen. */
interface Ruled {
  readonly reads: ReadonlySet<number>;
  /** Values that variables have left for good whenever it may happen. */
  readonly past: readonly Passed[];
}

/** What each window and consequence of a machine may write and reads; computed once, used by every coarser model of it. */
export interface Influence {
  readonly machine: Machine;
  readonly windows: readonly (Ruled & { readonly ways: readonly Way[] })[];
  readonly consequences: readonly (Ruled & { readonly way: Way })[];
  /** By variable: what else each alternative and consequence writes that writes it. */
  readonly writers: readonly (readonly Footprint[])[];
}

export function influenceOf(machine: Machine): Influence {
  const wayOf = ({ name, effects }: Alternative): Way => {
    const flat = flatten(machine, effects);
    return { name, effects: flat, block: blockOf(flat), footprint: footprintOf(flat) };
  };
  const windows = machine.windows.map(({ when, answered, alternatives }) => {
    const reads = readsOf(when);
    if (answered !== undefined) reads.add(answered);
    return { ways: alternatives.map(wayOf), reads, when };
  });
  const consequences = machine.consequences.map((each) => ({
    way: wayOf(each),
    reads: readsOf(each.when),
    when: each.when,
  }));
  const past = pastOf(machine, [
    ...windows.flatMap(({ ways, when }) => ways.map(({ effects }) => ({ effects, when }))),
    ...consequences.map(({ way: { effects }, when }) => ({ effects, when })),
  ]);
  const writers = machine.variables.map((): Footprint[] => []);
  for (const { footprint } of [...windows.flatMap(({ ways }) => ways), ...consequences.map(({ way }) => way)])
    for (const variable of footprint.variables) writers[variable]?.push(footprint);
  return {
    machine,
    windows: windows.map(({ ways, reads, when }) => ({ ways, reads, past: past(when) })),
    consequences: consequences.map(({ way, reads, when }) => ({ way, reads, past: past(when) })),
    writers,
  };
}

/**
 * The same of a machine in which some windows never fire, and nothing else is different: whatever happens in it happens in the other one, too, so
 * that what must have happened before is the same.
 */
export const restrictedTo = (influence: Influence, machine: Machine): Influence => ({
  ...influence,
  machine,
  windows: influence.windows.map((window, index) =>
    machine.windows[index]?.when === influence.machine.windows[index]?.when
      ? window
      : { ...window, reads: readsOf((machine.windows[index] as Window).when), past: [] },
  ),
});
