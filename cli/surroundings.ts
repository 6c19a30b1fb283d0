import { gitPrefix } from './git-prefix.ts';
import type { FoundBook } from './load-books.ts';
import type { Surroundings } from './reporters/reporter.ts';
import { sourceLines } from './source-lines.ts';

/** What a form may need of the books that a report is about. */
export const surroundingsOf = (
  root: string,
  books: readonly FoundBook[],
  version: string,
): Omit<Surroundings, 'paint' | 'width'> => ({ line: sourceLines(books), prefix: gitPrefix(root), version });
