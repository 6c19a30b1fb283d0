import type { Recorded, Tolerate } from '../../model/generated/types.ts';
import type { ToldProof } from './told-proof.ts';

/** What a proof means for whoever asked: as demanded, broken, not decided, or nothing to judge. */
export type Standing = 'kept' | 'broken' | 'undecided' | 'never-called';

export function standingOf(proof: ToldProof): Standing {
  const { verdict, survives, recorded, failuresAsked, story } = proof;
  if (verdict === 'never-called') return recorded === null ? 'never-called' : 'broken';
  if (verdict === 'does-not-settle') return 'broken';
  const needed = Math.min(rank(neededOf(proof)), failuresAsked ?? Number.POSITIVE_INFINITY);
  if (rank(survives) >= needed) return 'kept';
  return story && story.cost <= needed ? 'broken' : 'undecided';
}

/** What a promise must survive: what the book demands of it, or what is recorded, if that is more. */
export const neededOf = ({ demanded, recorded }: Pick<ToldProof, 'demanded' | 'recorded'>): Tolerate =>
  recorded !== null && recorded !== 'none' && rank(recorded) > rank(demanded) ? recorded : demanded;

/** Whether a promise survives less than is recorded of it. What was not decided may still survive it. */
export const hasDropped = ({ verdict, recorded, story }: ToldProof): boolean =>
  recorded !== null && (verdict === 'never-called' || (story !== null && story.cost <= rank(recorded)));

/** More is better: `any` is more than every number, and `none` less; least is what nothing is known of. */
export const rank = (tolerance: Recorded | null): number => {
  if (tolerance === null) return Number.NEGATIVE_INFINITY;
  if (tolerance === 'none') return -1;
  return tolerance === 'any' ? Number.POSITIVE_INFINITY : tolerance;
};

export const tolerated = (failures: number): Tolerate | null =>
  failures < 0 ? null : failures === Number.POSITIVE_INFINITY ? 'any' : failures;
