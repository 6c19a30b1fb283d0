import type { Layout } from './layout.ts';
import type { Move } from './moves-of.ts';

/** Lists the successors of packed states. Two exist, and agree: one interprets the cone, one is generated from it. */
export interface Engine {
  readonly layout: Layout;
  readonly moves: readonly Move[];
  /** The packed initial state, consequences at rest. */
  readonly initial: Int32Array;
  /** Targets broken, and called, before anything happens. */
  readonly atStart: { readonly broken: number; readonly called: number };
  /** Successors of the last `expand`, one after the other. */
  readonly out: Int32Array;
  /** For each of them the number of its move, which targets are broken in it, and which have been called. */
  readonly move: Int32Array;
  readonly broken: Int32Array;
  readonly called: Int32Array;
  /**
   * Writes the successors of the state at `offset` and returns how many; by failures only, or by everything else. None when
   * nothing in `wanted` (a bit a target) can still break. -1: consequences do not settle.
   */
  expand(states: Int32Array, offset: number, failures: boolean, wanted: number): number;
}

/** Targets of one search at most: a bit each. */
export const MOST_TARGETS = 30;
