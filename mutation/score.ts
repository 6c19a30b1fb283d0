import type { Score } from '../model/generated/mutation-score.ts';
import type { ToldMutant } from './told-mutant.ts';

export function scoreOf(mutants: readonly ToldMutant[]): Score {
  const count = (test: (mutant: ToldMutant) => boolean): number => mutants.filter(test).length;
  const by = (kind: string) => count(({ fate }) => fate.kind === 'killed' && fate.by.kind === kind);
  const is = (kind: string) => count(({ fate }) => fate.kind === kind);
  const killed = is('killed');
  const [survived, notExercised] = [is('survived'), is('no-coverage')];
  return {
    judged: killed + survived + notExercised,
    killed,
    byCheck: by('check'),
    byDrill: by('drill'),
    byProof: by('proof'),
    survived,
    notExercised,
    equivalent: is('equivalent'),
    invalid: is('invalid'),
  };
}
