import type { Machine } from '../kernel/machine.ts';
import type { Kept } from './abstract/kept.ts';
import type { Precision } from './refinement/inquiry.ts';

/** What a model looked at, by names. */
export interface NamedPrecision {
  readonly looksAt: readonly string[];
  readonly whoFails: boolean;
}

/**
 * How a promise was decided: where a later proof looks first. No verdict rests on it; one that does not fit any more costs time
 * alone.
 */
export interface Clue {
  /** How it was decided whether it breaks. */
  readonly broken?: NamedPrecision;
  /** The random run that breaks it, by its seed. */
  readonly breaksIn?: number;
  /** The random run that calls on it. */
  readonly calledIn?: number;
  /** How it was decided that nothing calls on it, and whether something does where capabilities are lost. */
  readonly called?: NamedPrecision;
  readonly calledInOutages?: NamedPrecision;
}

const CLOCK = 'clock ';

/** Names as reports print them, in the order of the machine. */
export const namesOf = (machine: Machine, { variables, clocks }: Kept): string[] => [
  ...inOrder(variables).map((each) => machine.variables[each]?.name ?? ''),
  ...inOrder(clocks).map((each) => `${CLOCK}${machine.clocks[each]?.name ?? ''}`),
];

const inOrder = (indices: ReadonlySet<number>): number[] => [...indices].sort((a, b) => a - b);

export const namedPrecision = (machine: Machine, { kept, whoFails }: Precision): NamedPrecision => ({
  looksAt: namesOf(machine, kept),
  whoFails,
});

/** What of these names the machine still has. */
export function precisionOf(machine: Machine, { looksAt, whoFails }: NamedPrecision): Precision {
  const names = new Set(looksAt);
  const placesOf = (all: readonly { readonly name: string }[], prefix: string): Set<number> =>
    new Set(all.flatMap(({ name }, place) => (names.has(prefix + name) ? [place] : [])));
  return {
    kept: { variables: placesOf(machine.variables, ''), clocks: placesOf(machine.clocks, CLOCK) },
    whoFails,
  };
}
