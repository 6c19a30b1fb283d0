import type { ExitName } from '../exit-codes.ts';
import type { MutationPart } from './mutation-part.ts';

/** A slip that goes unnoticed and that nobody answers for is a finding; where nothing was judged, nothing was measured. */
export function mutationExit({ result: { findings, score } }: MutationPart): ExitName {
  if (findings.length > 0) return 'findings';
  return score.judged === 0 ? 'nothingMeasured' : 'ok';
}
