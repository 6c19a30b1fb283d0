import { type ItemCoverage, isReachable } from '../../simulator/coverage/coverage.ts';
import type { CoveragePart } from './coverage-part.ts';

/** What a campaign was asked for, as it stands in its origin. */
export interface CoverageOptions {
  readonly runbooks: readonly string[];
  readonly runs: number;
  readonly seed: number;
  readonly failurePercent: number;
  readonly freePercent: number;
  readonly exhaustive: boolean;
  readonly states: number;
}

export const coverageOptions = ({ origin }: CoveragePart): CoverageOptions =>
  origin.options as unknown as CoverageOptions;

/** How an item stands, from the best evidence to the worst. */
export type ItemStanding = 'drill' | 'random' | 'search' | 'unreachable' | 'unknown' | 'unseen';

export function standingOfItem(item: ItemCoverage): ItemStanding {
  if (item.scenarios.length > 0) return 'drill';
  if (item.randomRuns > 0) return 'random';
  if (item.search === 'reachable') return 'search';
  if (isReachable(item) === false) return 'unreachable';
  return item.search === 'unknown' ? 'unknown' : 'unseen';
}

/** A sign and its meaning; signs differ in shape, not only in colour. */
export const STANDINGS: Readonly<Record<ItemStanding, { readonly sign: string; readonly words: string }>> = {
  drill: { sign: '●', words: 'shown by a drill' },
  random: { sign: '◐', words: 'by random runs only' },
  search: { sign: '○', words: 'only found by search' },
  unreachable: { sign: '✗', words: 'cannot happen' },
  unknown: { sign: '?', words: 'nobody knows' },
  unseen: { sign: '·', words: 'not seen' },
};
