import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MutationPart } from '../../cli/mutation/mutation-part.ts';
import type { BookScore } from '../../model/generated/mutation-score.ts';
import { byOperator } from '../../mutation/by-operator.ts';
import { scoreOf } from '../../mutation/score.ts';

/** What the last campaigns came to; `npm run mutation` writes it, for they take too long to be run with the pages. */
export const SCORES = join('docs', 'mutation-score.json');

/** Keeps the scores of campaigns, one file each, that tried every slip of their books. */
export function keepScores(files: readonly string[]): void {
  const scores = files.flatMap((file) =>
    scoresOf(file, JSON.parse(readFileSync(file, 'utf8')) as MutationPart),
  );
  const sorted = scores.sort((a, b) => (a.book < b.book ? -1 : 1));
  writeFileSync(SCORES, `${JSON.stringify(sorted, null, 2)}\n`);
}

function scoresOf(file: string, { result, origin }: MutationPart): BookScore[] {
  const { day, everything, mutants } = result;
  if (!everything) throw new Error(`${file} tried some slips only: a score is that of all slips of a book`);
  return [...new Set(mutants.map(({ book }) => book))].map((book) => {
    const mine = mutants.filter((mutant) => mutant.book === book);
    return {
      book,
      day,
      budget: Number(origin.options['budget']),
      score: scoreOf(mine),
      operators: byOperator(mine).sort((a, b) => (a.operator < b.operator ? -1 : 1)),
    };
  });
}
