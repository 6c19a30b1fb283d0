import { neededOf, standingOf } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Paint } from '../paint.ts';
import type { Judge } from '../proofs/judgement.ts';
import { survivesWords } from '../proofs/proof-words.ts';
import { thousands } from '../reporters/counted.ts';
import { type Cell, cell, columns, fitted } from './table.ts';

/** What a mark says; waived breaks are told apart by whoever knows the waivers. */
export type Mark = 'kept' | 'broken' | 'waived' | 'undecided';

export const MARKS: Record<Mark, (paint: Paint) => Cell> = {
  kept: ({ good }) => cell('✓', good),
  broken: ({ bad }) => cell('✗', bad),
  waived: ({ warn }) => cell('~', warn),
  undecided: ({ bad }) => cell('?', bad),
};

/** Columns beside the name of a promise. */
const OTHERS = 66;
const NARROWEST = 24;

const HEAD = ['', 'promise', 'survives', 'must', 'states', 'grain', 'cut', 'pace'];

/** A line a proof: who may be late, and what was looked at to know. `pace`: bounds stated for the act, and by default. */
export function proofTable(
  proofs: readonly ToldProof[],
  judge: Judge,
  width: number,
  paint: Paint,
): string[] {
  const rows = proofs.map((proof): Cell[] => {
    const { search, assumes } = proof;
    const defaults = assumes.filter(({ byDefault }) => byDefault).length;
    return [
      MARKS[markOf(proof, judge)](paint),
      cell(fitted(proof.text, Math.max(NARROWEST, width - OTHERS))),
      cell(survivesWords(proof.survives)),
      cell(mustWords(proof)),
      cell(thousands(search.states), paint.dim),
      cell(search.grain === null ? 'untimed' : spanWords(search.grain), paint.dim),
      cell(`${search.free} of ${search.windows}`, paint.dim),
      cell(`${assumes.length - defaults} + ${defaults}`, paint.dim),
    ];
  });
  const head = HEAD.map((text) => cell(text, paint.dim));
  return columns([head, ...rows], new Set([2, 3, 4, 5, 6, 7]));
}

/** Marked where the book says so itself, or it is recorded. */
function mustWords(proof: ToldProof): string {
  const needed = neededOf(proof);
  return `${survivesWords(needed)}${proof.pinned || needed !== proof.demanded ? '!' : ''}`;
}

export const isWaived = (judge: Judge, proof: ToldProof): boolean => judge(proof)?.waiver !== undefined;

export function markOf(proof: ToldProof, judge: Judge): Mark {
  const standing = standingOf(proof);
  if (standing === 'broken') return isWaived(judge, proof) ? 'waived' : 'broken';
  return standing === 'undecided' ? 'undecided' : 'kept';
}
