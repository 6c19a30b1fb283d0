import type { Recorded, Tolerate } from '../../model/generated/types.ts';
import { neededOf, rank } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { listed, plural } from '../render/words.ts';

/** `although nobody is late`, `when Anna is late`. */
export const lateWords = (late: readonly string[]): string =>
  late.length === 0
    ? 'although nobody is late'
    : `when ${listed(late)} ${late.length === 1 ? 'is' : 'are'} late`;

/** What was found of a promise that is not as strong as it must be. */
export const breakWords = ({ verdict, story }: Pick<ToldProof, 'verdict' | 'story'>): string =>
  verdict === 'never-called'
    ? 'is called on no more'
    : verdict === 'does-not-settle'
      ? 'cannot be judged: an instant never ends'
      : `breaks ${lateWords(story?.late ?? [])}`;

/** What the promise has to survive, and who says so. */
export const demandWords = (
  proof: Pick<ToldProof, 'demanded' | 'pinned' | 'timed'> & Partial<Pick<ToldProof, 'recorded'>>,
): string => {
  const { demanded, pinned, timed, recorded = null } = proof;
  const needed = neededOf({ demanded, recorded });
  const isRecorded = rank(needed) > rank(demanded);
  const why = isRecorded
    ? ', as is recorded'
    : pinned
      ? ''
      : timed
        ? ', as every deadline'
        : ', as no clock decides it';
  return needed === 0
    ? `it must hold while nobody is late${why}`
    : `it must survive ${countWords(needed)}${why}`;
};

export const countWords = (tolerance: Tolerate): string =>
  tolerance === 'any'
    ? 'whoever is late'
    : `any ${plural(tolerance, 'person')} being late`.replace('persons', 'people');

/** What a promise did when it was recorded. */
export const recordedWords = (recorded: Recorded): string => {
  if (recorded === 'none') return 'broke although nobody was late';
  return recorded === 0 ? 'held while nobody was late' : `survived ${countWords(recorded)}`;
};

/** How many may be late, in a column. */
export const survivesWords = (tolerance: Tolerate | null): string =>
  tolerance === null ? '?' : tolerance === 'any' ? 'any' : String(tolerance);

/** Whose incident it was, and beside which other. */
export const incidentWords = ({ runbook, beside }: ToldProof): string =>
  beside === null ? runbook : `${runbook} beside ${beside}`;
