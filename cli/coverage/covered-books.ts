import type { ChosenRunbook } from '../choose-runbooks.ts';
import type { CoveredBook } from './run-coverage.ts';

/** The chosen runbooks by book, and whether they are all of it. */
export function coveredBooks(chosen: readonly ChosenRunbook[]): CoveredBook[] {
  return [...new Set(chosen.map(({ book }) => book))].map((book) => {
    const runbooks = chosen.filter((each) => each.book === book).map(({ runbook }) => runbook.id);
    return { book, runbooks, whole: runbooks.length === book.runbooks.size };
  });
}
