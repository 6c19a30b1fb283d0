import { didYouMeanHint } from '../../model/did-you-mean.ts';
import type { ProofTask } from '../../simulator/proofs/proof-tasks.ts';
import { OperatorError } from '../operator-error.ts';

/** The promises that were named, by their whole name or by the part after its first slash; without a name all. */
export function choosePromises(tasks: readonly ProofTask[], named: readonly string[]): readonly ProofTask[] {
  if (named.length === 0) return tasks;
  const known = [...new Set(tasks.map(({ promise }) => promise))];
  const wanted = new Set(named.flatMap((name) => find(known, name)));
  return tasks.filter(({ promise }) => wanted.has(promise));
}

function find(known: readonly string[], name: string): string[] {
  const found = known.filter(
    (promise) => promise === name || promise.slice(promise.indexOf('/') + 1) === name,
  );
  if (found.length > 0) return found;
  throw new OperatorError(`there is no promise \`${name}\``, {
    hint:
      didYouMeanHint(name, known) ??
      'promises are named as reports print them: step/<id>, message/<id>, invariant/<id>, ...',
  });
}
