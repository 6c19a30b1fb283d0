import { rejoined } from '../../simulator/proofs/proof-tasks.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { Part } from '../parts/part.ts';
import { type Asked, type Settled, settle } from './settle.ts';

/** What `prove --json` prints and `--out` writes, see schemas/reports/. */
export type ProofsPart = Part<'proofs', ProofsResult>;

/** Proofs, and what they mean for whoever asked: all but the proofs follows from them, the waivers and the day. */
export interface ProofsResult extends Asked, Settled {
  /** In the order of the books, their runbooks and the promises of each. */
  readonly proofs: readonly ToldProof[];
}

export const resultOf = (proofs: readonly ToldProof[], asked: Asked, complete: boolean): ProofsResult => ({
  day: asked.day,
  everything: asked.everything,
  waivers: asked.waivers,
  vanished: asked.vanished,
  ...settle(proofs, { ...asked, everything: asked.everything && complete }),
  proofs,
});

/** Results of all parts, in the order of their numbers, as if they had never been parted. */
export function joinProofs(parts: readonly ProofsResult[]): ProofsResult {
  const [first] = parts;
  if (!first) throw new Error('no part was given');
  return resultOf(rejoined(parts.map(({ proofs }) => proofs)), first, true);
}
