import type { OperatorScore, Score } from '../model/generated/mutation-score.ts';
import { scoreOf } from './score.ts';
import type { ToldMutant } from './told-mutant.ts';

/** The score of each operator that made a mutant which was judged, those with the most unnoticed slips first. */
export function byOperator(mutants: readonly ToldMutant[]): OperatorScore[] {
  const names = [...new Set(mutants.map(({ operator }) => operator))].sort();
  const missed = ({ survived, notExercised }: Score): number => survived + notExercised;
  return names
    .map((name) => ({ operator: name, score: scoreOf(mutants.filter(({ operator }) => operator === name)) }))
    .filter(({ score }) => score.judged > 0)
    .sort((a, b) => missed(b.score) - missed(a.score) || (a.operator < b.operator ? -1 : 1));
}
