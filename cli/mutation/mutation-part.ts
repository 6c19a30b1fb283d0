import type { Score } from '../../model/generated/mutation-score.ts';
import { scoreOf } from '../../mutation/score.ts';
import type { ToldMutant } from '../../mutation/told-mutant.ts';
import { rejoined } from '../../simulator/proofs/proof-tasks.ts';
import type { Part } from '../parts/part.ts';
import { type MutationAsked, type SettledSlips, settleSlips } from './settle-slips.ts';

/** What `mutate --json` prints and `--out` writes, see schemas/reports/. */
export type MutationPart = Part<'mutation', MutationResult>;

/** Fates, and what they mean for whoever asked: all but the mutants follows from them, the waivers and the day. */
export interface MutationResult extends MutationAsked, SettledSlips {
  readonly score: Score;
  /** In the order of the books, their files, and the places in each. */
  readonly mutants: readonly ToldMutant[];
}

export const mutationResult = (
  mutants: readonly ToldMutant[],
  { day, everything, waivers }: MutationAsked,
  complete: boolean,
): MutationResult => ({
  day,
  everything,
  waivers,
  ...settleSlips(mutants, { day, everything: everything && complete, waivers }),
  score: scoreOf(mutants),
  mutants,
});

/** Results of all parts, in the order of their numbers, as if they had never been parted. */
export function joinMutations(parts: readonly MutationResult[]): MutationResult {
  const [first] = parts;
  if (!first) throw new Error('no part was given');
  return mutationResult(rejoined(parts.map(({ mutants }) => mutants)), first, true);
}
