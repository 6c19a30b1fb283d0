import type { Tolerate } from '../../model/generated/types.ts';
import type { ToldProof } from './told-proof.ts';

/** What a proof means for whoever asked: as demanded, broken, not decided, or nothing to judge. */
export type Standing = 'kept' | 'broken' | 'undecided' | 'never-called';

export function standingOf({ verdict, survives, demanded, failuresAsked, story }: ToldProof): Standing {
  if (verdict === 'never-called') return 'never-called';
  if (verdict === 'does-not-settle') return 'broken';
  const needed = Math.min(rank(demanded), failuresAsked ?? Number.POSITIVE_INFINITY);
  if (rank(survives) >= needed) return 'kept';
  return story && story.cost <= needed ? 'broken' : 'undecided';
}

/** More is better; `any` is more than every number. */
export const rank = (tolerance: Tolerate | null): number =>
  tolerance === null ? -1 : tolerance === 'any' ? Number.POSITIVE_INFINITY : tolerance;

export const tolerated = (failures: number): Tolerate | null =>
  failures < 0 ? null : failures === Number.POSITIVE_INFINITY ? 'any' : failures;
