import { standingOf } from '../../simulator/proofs/standing.ts';
import type { ExitName } from '../exit-codes.ts';
import type { ProofsPart } from './proofs-part.ts';

/** A promise that could not be decided is never green, and neither is a run in which no promise could be called on. */
export function proofsExit({ result: { findings, undecided, proofs } }: ProofsPart): ExitName {
  if (findings.length > 0) return 'findings';
  const judged = proofs.some((proof) => standingOf(proof) !== 'never-called');
  return undecided.length > 0 || !judged ? 'nothingMeasured' : 'ok';
}
