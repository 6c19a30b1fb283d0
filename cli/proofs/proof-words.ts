import type { Tolerate } from '../../model/generated/types.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { listed, plural } from '../render/words.ts';

/** `although nobody is late`, `when Anna is late`. */
export const lateWords = (late: readonly string[]): string =>
  late.length === 0
    ? 'although nobody is late'
    : `when ${listed(late)} ${late.length === 1 ? 'is' : 'are'} late`;

/** What the promise has to survive, and who says so. */
export const demandWords = ({
  demanded,
  pinned,
  timed,
}: Pick<ToldProof, 'demanded' | 'pinned' | 'timed'>): string => {
  const why = pinned ? '' : timed ? ', as every deadline' : ', as no clock decides it';
  return demanded === 0
    ? `it must hold while nobody is late${why}`
    : `it must survive ${countWords(demanded)}${why}`;
};

const countWords = (tolerance: Tolerate): string =>
  tolerance === 'any'
    ? 'whoever is late'
    : `any ${plural(tolerance, 'person')} being late`.replace('persons', 'people');

/** How many may be late, in a column. */
export const survivesWords = (tolerance: Tolerate | null): string =>
  tolerance === null ? '?' : tolerance === 'any' ? 'any' : String(tolerance);

/** Whose incident it was, and beside which other. */
export const incidentWords = ({ runbook, beside }: ToldProof): string =>
  beside === null ? runbook : `${runbook} beside ${beside}`;
