import type { Engine } from './engine.ts';
import { makeStateTable, type StateTable } from './state-table.ts';

/** What a search may spend before it gives up. */
export interface Budget {
  readonly states: number;
  readonly bytes: number;
  /** Human failures at most; absent: any number. */
  readonly failures?: number;
}

/** The first state in which a target is broken. */
export interface Break {
  readonly cost: number;
  readonly state: number;
}

/** What became of a search: complete for so many failures (Infinity: a fixpoint), and what broke in it. */
export interface Search {
  /** -1: not even the runs without a failure were all seen. */
  readonly complete: number;
  readonly states: number;
  readonly bytes: number;
  /** A bit a target: it was called in some run. */
  readonly called: number;
  /** Failures of the first break, accepted or not; by target. */
  readonly first: readonly (number | undefined)[];
  /** By target: the first that was accepted. */
  readonly breaks: readonly (Break | undefined)[];
  /** Some run has consequences that do not settle: the state it comes from. */
  readonly unsettled: number | undefined;
  readonly table: StateTable;
}

/**
 * Uniform-cost search: all runs without a human failure, then those with one, and so on, until nothing new is reached. The
 * first break of a target is thus its cheapest. A target whose break was accepted is not asked about any more; `accept` may
 * refuse one that is an artefact of a coarser model.
 */
export function search(
  engine: Engine,
  targets: number,
  budget: Budget,
  accept: (target: number, state: number, table: StateTable) => boolean = () => true,
): Search {
  const { words } = engine.layout;
  const table = makeStateTable(words);
  const breaks: (Break | undefined)[] = Array.from({ length: targets }, () => undefined);
  const first: (number | undefined)[] = Array.from({ length: targets }, () => undefined);
  let wanted = 2 ** targets - 1;
  let called = engine.atStart.called;
  let cost = 0;
  let unsettled: number | undefined;

  const note = (broken: number, state: number): void => {
    for (let bit = 0; bit < targets; bit++) {
      if (!(broken & wanted & (1 << bit))) continue;
      first[bit] ??= cost;
      if (!accept(bit, state, table)) continue;
      breaks[bit] = { cost, state };
      wanted &= ~(1 << bit);
    }
  };
  /** Inserts the successors of one state; says whether to go on. */
  const step = (state: number, failures: boolean): boolean => {
    const count = engine.expand(table.states, state * words, failures, wanted);
    if (count < 0) unsettled = state;
    const news: [number, number][] = [];
    for (let each = 0; each < count; each++) {
      const before = table.size;
      const found = table.insert(engine.out, each * words, state);
      if (found < before) continue;
      called |= engine.called[each] as number;
      const broken = engine.broken[each] as number;
      if (broken & wanted) news.push([broken, found]);
    }
    // Only now: whoever judges a break expands states himself.
    for (const [broken, found] of news) note(broken, found);
    return (
      wanted !== 0 && unsettled === undefined && table.size < budget.states && table.bytes() < budget.bytes
    );
  };
  const report = (complete: number): Search => ({
    complete,
    states: table.size,
    bytes: table.bytes(),
    called,
    first,
    breaks,
    unsettled,
    table,
  });

  note(engine.atStart.broken, table.insert(engine.initial, 0, -1));
  for (let first = 0; ; cost++) {
    for (let state = first; state < table.size; state++) if (!step(state, false)) return report(cost - 1);
    if (cost === budget.failures) return report(cost);
    const end = table.size;
    cost++;
    for (let state = first; state < end; state++) if (!step(state, true)) return report(cost - 2);
    cost--;
    if (table.size === end) return report(Number.POSITIVE_INFINITY);
    first = end;
  }
}
