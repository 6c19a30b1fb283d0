import type { Book, Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Limit, Monitor, Threshold } from '../../model/generated/types.ts';
import { quantitiesIn } from '../words/quantities-in.ts';

/** A threshold on a metric as numbers, so that two of them can be compared. */
export interface Limited {
  readonly level: string;
  readonly threshold: Threshold;
  readonly metric: string;
  readonly side: 'above' | 'below' | undefined;
  /** Comparable with another limit of the same unit. */
  readonly value: number;
  readonly unit: string;
  /** Seconds for which it must hold. */
  readonly unbroken: number;
}

/** Thresholds of a monitor from the most severe level on, each with its metric. */
export function limitsOf(book: Book, { id, thresholds }: Entity<Monitor>): Limited[] {
  const levels = [...book.severities.keys()].filter((level) => thresholds[level]);
  return levels.map((level) => {
    const threshold = thresholds[level] as Threshold;
    const side =
      threshold.above !== undefined ? 'above' : threshold.below !== undefined ? 'below' : undefined;
    const limit = numberOf(threshold.above ?? threshold.below);
    const unbroken = threshold.for === undefined ? 0 : parseSeconds(threshold.for);
    return {
      level,
      threshold,
      metric: threshold.metric ?? `${id} ${threshold.condition}`,
      side,
      ...limit,
      unbroken,
    };
  });
}

function numberOf(limit: Limit | undefined): { value: number; unit: string } {
  if (limit === undefined) return { value: 0, unit: 'none' };
  if (typeof limit !== 'string') return { value: limit.percent ?? 100, unit: limit.parameter };
  const [quantity] = quantitiesIn(limit);
  return quantity ?? { value: Number(limit), unit: 'count' };
}

export const writtenLimit = ({ side, threshold: { above, below, for: unbroken } }: Limited): string => {
  const limit = above ?? below;
  const text =
    limit === undefined || typeof limit === 'string'
      ? limit
      : `${limit.percent === undefined ? '' : `${limit.percent}% of `}\`${limit.parameter}\``;
  return [...(side ? [`${side} ${text}`] : []), ...(unbroken ? [`for ${unbroken}`] : [])].join(' ');
};
