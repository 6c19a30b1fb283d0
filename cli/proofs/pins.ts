import { neededOf, rank } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { byPromise, type PromiseProofs } from './by-promise.ts';

/** Promises that survive more, in every runbook that calls them, than the book demands of them. */
export const pinsOf = (proofs: readonly ToldProof[]): PromiseProofs[] =>
  byPromise(proofs.filter(({ verdict }) => verdict !== 'never-called'))
    .map((mine) => ({ ...mine, worst: leastOf(mine.proofs) }))
    .filter(({ worst }) => worst.position !== null && rank(worst.survives) > rank(neededOf(worst)));

const leastOf = (proofs: readonly ToldProof[]): ToldProof =>
  proofs.reduce((least, proof) => (rank(proof.survives) < rank(least.survives) ? proof : least));
