import { type Guard, is, not } from '../../kernel/guard.ts';
import type { Alternative, Consequence, Machine, Window } from '../../kernel/machine.ts';
import { conjunction, never } from '../../kernel/simplify.ts';
import { touches } from './block.ts';
import { clashes } from './clash.ts';
import type { Influence, Way } from './influence.ts';
import { type Kept, mayHold } from './kept.ts';
import type { Passed } from './past.ts';
import { type Assumption, type Variant, variantsOf } from './variants.ts';

/** What a window of the coarser model stands for. */
export type Item =
  | { readonly kind: 'window'; readonly index: number }
  | { readonly kind: 'consequence'; readonly index: number };

/** One alternative of a coarser window: which alternative it is there, and when it is what happens. */
export interface Reading {
  readonly alternative: number;
  assumes(): readonly Assumption[];
}

/** A coarser machine that only knows what is kept. It may do whatever the machine may do, seen through what is kept. */
export interface Abstraction {
  readonly machine: Machine;
  readonly kept: Kept;
  /** By window of `machine`. */
  readonly items: readonly Item[];
  /** By window of `machine`: nothing about it is left open, so that it binds its owner as it does there. */
  readonly exact: readonly boolean[];
  /** By window and alternative of `machine`. */
  readonly readings: readonly (readonly Reading[])[];
  /** Everything is exact: what happens here may only still fail for want of what people outside do. */
  readonly complete: boolean;
}

/**
 * Existential abstraction by localisation (Kurshan 1994; Clarke et al. 2003): a guard holds if some value of what is not kept
 * makes it hold; a window binds its owner only where everything it depends on is kept; effects that depend on the rest may fall
 * either way; a consequence whose guard depends on the rest may come at any instant or never. All of it only allows more.
 */
export function abstractionOf(influence: Influence, wanted: Kept, targets: readonly number[]): Abstraction {
  for (let kept = withClocksOfPromises(influence.machine, wanted); ; ) {
    const { decide, abstraction } = tryAbstraction(influence, kept, targets);
    if (abstraction) return abstraction;
    kept = withClocksOfPromises(influence.machine, {
      ...kept,
      variables: new Set([...kept.variables, ...decide]),
    });
  }
}

/** A promise that is kept breaks by its clock. */
function withClocksOfPromises({ promises }: Machine, kept: Kept): Kept {
  const clocks = new Set(kept.clocks);
  for (const { variable, clock } of promises)
    if (clock !== undefined && kept.variables.has(variable)) clocks.add(clock);
  return { ...kept, clocks };
}

/** What a way does that touches nothing that is kept. */
const NOTHING: Variant = { effects: [], assumes: () => [new Map()] };

interface Part {
  readonly item: Item;
  readonly window: Window;
  readonly readings: readonly Reading[];
  readonly exact: boolean;
}

function tryAbstraction(
  influence: Influence,
  kept: Kept,
  targets: readonly number[],
): { decide: readonly number[]; abstraction?: Abstraction } {
  const { machine } = influence;
  const decide: number[] = [];
  const ways = (way: Way, given: Guard): readonly Variant[] => {
    if (!touches(way.footprint, kept)) return [NOTHING];
    const variants = variantsFor(way, kept, given, machine);
    if ('decide' in variants) decide.push(...variants.decide);
    return 'decide' in variants ? [] : variants;
  };
  const { exact, freed } = consequencesOf(influence, kept, ways);
  const seen = freed.filter(({ isSeen }) => isSeen);
  const parts = [
    ...windowsOf(influence, kept, ways, freed.length > 0).map((part) => onceSettled(part, seen)),
    ...freed.map((each) =>
      onceSettled(
        asWindow(machine.consequences[each.index] as Consequence, each),
        seen.filter(({ index }) => index < each.index),
      ),
    ),
  ];
  if (decide.length > 0) return { decide };
  return {
    decide,
    abstraction: {
      kept,
      machine: {
        ...machine,
        windows: parts.map(({ window }) => window),
        consequences: exact,
        events: [],
        promises: machine.promises.filter(
          ({ variable }, index) => targets.includes(index) || kept.variables.has(variable),
        ),
      },
      items: parts.map(({ item }) => item),
      exact: parts.map((part) => part.exact),
      readings: parts.map(({ readings }) => readings),
      complete: parts.every((part) => part.exact) && freed.length === 0,
    },
  };
}

/** What was found for a way before: most models know the same of it. */
const found = new WeakMap<Way, Map<string, ReturnType<typeof variantsOf>>>();

function variantsFor(way: Way, kept: Kept, given: Guard, machine: Machine): ReturnType<typeof variantsOf> {
  const mine = found.get(way) ?? new Map<string, ReturnType<typeof variantsOf>>();
  found.set(way, mine);
  const key = `${keyOf(way.footprint, kept)} ${given === never}`;
  const known =
    mine.get(key) ?? variantsOf(way.block, kept, given, (variable) => machine.variables[variable]?.size ?? 1);
  mine.set(key, known);
  return known;
}

/** What is kept of all that a way reads and writes. */
const keyOf = ({ variables, reads, clocks }: Way['footprint'], kept: Kept): string =>
  [
    [...kept.variables].filter((each) => variables.has(each) || reads.has(each)),
    [...kept.clocks].filter((each) => clocks.has(each)),
  ]
    .map((places) => places.toSorted((a, b) => a - b).join(','))
    .join(' ');

interface Freed {
  readonly index: number;
  readonly way: Way;
  readonly variants: readonly Variant[];
  readonly when: Guard;
  /** All that its guard reads is kept. */
  readonly isSeen: boolean;
}

/** Consequences come in book order, and all of them before anything else does: not while one is sure to follow. */
const onceSettled = (part: Part, seen: readonly Freed[]): Part => ({
  ...part,
  window: {
    ...part.window,
    when: conjunction([part.window.when, ...seen.map(({ when }) => not(when))]),
  },
});

/** The guard as far as what is kept tells, and what is kept of all that must have happened before. */
const mayHappen = (when: Guard, past: readonly Passed[], kept: Kept): Guard =>
  conjunction([
    mayHold(when, kept),
    ...past
      .filter(({ variable }) => kept.variables.has(variable))
      .flatMap(({ variable, values }) => values.map((value) => not(is(variable, value)))),
  ]);

/** Consequences that depend on what is kept alone stay what they are, unless one that does not might have come in between. */
function consequencesOf(
  { machine, consequences }: Influence,
  kept: Kept,
  ways: (way: Way, given: Guard) => readonly Variant[],
) {
  const relevant = consequences.flatMap(({ way, reads, past }, index) => {
    if (!touches(way.footprint, kept)) return [];
    const { when } = machine.consequences[index] as Consequence;
    const variants = ways(way, when);
    const isSeen = [...reads].every((each) => kept.variables.has(each));
    const known = isSeen && variants.length === 1;
    return [{ index, way, variants, known, isSeen, when: mayHappen(when, isSeen ? [] : past, kept) }];
  });
  const free = new Set(relevant.filter(({ known }) => !known));
  for (let size = -1; size !== free.size; ) {
    size = free.size;
    for (const each of relevant)
      if (!free.has(each) && [...free].some((other) => clashes(each, other))) free.add(each);
  }
  return {
    exact: relevant
      .filter((each) => !free.has(each))
      .map(
        ({ index, variants }): Consequence => ({
          ...(machine.consequences[index] as Consequence),
          effects: variants[0]?.effects ?? [],
        }),
      ),
    freed: [...free].filter(({ variants }) => variants.some(({ effects }) => effects.length > 0)) as Freed[],
  };
}

/** Time does not pass where it is sure that the guard of a consequence holds, whichever of several comes first. */
function asWindow({ name }: Consequence, { index, variants, when, isSeen }: Freed): Part {
  const { alternatives, readings } = alternativesOf([{ name, variants }]);
  return {
    item: { kind: 'consequence', index },
    exact: false,
    readings,
    window: {
      site: name,
      doing: 'nature',
      owner: { kind: 'nature' },
      when,
      clock: undefined,
      lo: 0,
      hi: isSeen ? 0 : undefined,
      alternatives,
      answered: undefined,
      atOpening: false,
      at: undefined,
      text: name,
    },
  };
}

function windowsOf(
  { machine, windows }: Influence,
  kept: Kept,
  ways: (way: Way, given: Guard) => readonly Variant[],
  unsettled: boolean,
): Part[] {
  return windows.flatMap(({ ways: all, reads, past }, index): Part[] => {
    if (!all.some(({ footprint }) => touches(footprint, kept))) return [];
    const window = machine.windows[index] as Window;
    const { alternatives, readings } = alternativesOf(
      all.map((way) => ({ name: way.name, variants: ways(way, window.when) })),
    );
    if (alternatives.length === 0) return [];
    const exact = isExact(window, reads, kept);
    const coarse = exact
      ? bound(window, unsettled)
      : loosened(window, kept, mayHappen(window.when, past, kept));
    return [{ item: { kind: 'window', index }, exact, readings, window: { ...coarse, alternatives } }];
  });
}

function isExact({ clock, owner }: Window, reads: ReadonlySet<number>, kept: Kept): boolean {
  return (
    [...reads].every((each) => kept.variables.has(each)) &&
    (clock === undefined || kept.clocks.has(clock)) &&
    (!('failed' in owner) || (kept.variables.has(owner.failed) && owner.assumed !== 'late'))
  );
}

/** A timer whose instant might be followed by a consequence that is not seen whole must not be judged by what it cancels (D5). */
const bound = (window: Window, unsettled: boolean): Window =>
  window.owner.kind === 'machine' && unsettled ? { ...window, owner: { kind: 'nature' } } : window;

/** May happen whenever what is kept allows it, and need not. */
const loosened = (window: Window, kept: Kept, when: Guard): Window => {
  const timed = window.clock !== undefined && kept.clocks.has(window.clock);
  return {
    ...window,
    owner: { kind: 'nature' },
    when,
    clock: timed ? window.clock : undefined,
    lo: timed ? window.lo : 0,
    hi: undefined,
    answered: undefined,
  };
};

/** Alternatives that change nothing that is kept are left out. */
function alternativesOf(ways: readonly { name: string; variants: readonly Variant[] }[]) {
  const found = ways.flatMap(({ variants }, alternative) =>
    variants
      .filter(({ effects }) => effects.length > 0)
      .map(({ effects, assumes }) => ({ effects, reading: { alternative, assumes } })),
  );
  const alternatives: Alternative[] = found.map(({ effects }, index) => ({ name: String(index), effects }));
  return { alternatives, readings: found.map(({ reading }) => reading) };
}
