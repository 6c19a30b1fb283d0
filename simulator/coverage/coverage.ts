import type { Position } from '../../model/position.ts';
import type { ItemKind } from './item.ts';

/** A random run that shows an item. */
export interface Sighting {
  readonly runbook: string;
  readonly seed: number;
}

/** What a complete search says: shown by a story that acts out, impossible in every incident, or neither. */
export type Reach = 'reachable' | 'unreachable' | 'unknown';

/** What is known of one item of a book. */
export interface ItemCoverage {
  readonly kind: ItemKind;
  readonly name: string;
  readonly text: string;
  readonly position: Position;
  /** Scenarios that show it, in the order of the book. */
  readonly scenarios: readonly string[];
  /** Random runs that show it, and the one of them with the lowest seed. */
  readonly randomRuns: number;
  readonly firstRun: Sighting | null;
  /** null: it was not searched for. */
  readonly search: Reach | null;
}

export interface BookCoverage {
  readonly book: string;
  /** Whether all its runbooks were looked at: only then is what no search reaches a finding. */
  readonly whole: boolean;
  readonly items: readonly ItemCoverage[];
}

/** Whether anything has shown that the item can happen; undefined: nobody knows. */
export function isReachable({ scenarios, randomRuns, search }: ItemCoverage): boolean | undefined {
  if (scenarios.length > 0 || randomRuns > 0 || search === 'reachable') return true;
  return search === 'unreachable' ? false : undefined;
}

/** Parts of one campaign as one: an item is covered where any part covers it. */
export function joinCoverage(a: BookCoverage, b: BookCoverage): BookCoverage {
  const others = new Map(b.items.map((item) => [item.name, item]));
  return { ...a, items: a.items.map((item) => joinItems(item, others.get(item.name) ?? item)) };
}

/** Parts have no seed in common. */
const earlier = (a: Sighting | null, b: Sighting | null): Sighting | null =>
  a === null || (b !== null && b.seed < a.seed) ? b : a;

const joinItems = (a: ItemCoverage, b: ItemCoverage): ItemCoverage => ({
  ...a,
  randomRuns: a.randomRuns + b.randomRuns,
  firstRun: earlier(a.firstRun, b.firstRun),
  search: a.search ?? b.search,
});
