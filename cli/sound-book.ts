import type { Book } from '../model/book.ts';
import { loadBooks } from './load-books.ts';
import { OperatorError } from './operator-error.ts';

/** The one book that a command works on. A book with findings is none: `check` tells what is wrong with it. */
export function soundBook(named: string | undefined): Book {
  const { books } = loadBooks(named);
  const [first, ...more] = books;
  if (first === undefined || more.length > 0) {
    const hint = `pick one with --book: ${books.map(({ id }) => id).join(', ')}`;
    throw new OperatorError('there are several books here', { hint });
  }
  const { book, findings } = first.loaded;
  if (book) return book;
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  throw new OperatorError(`the book \`${first.id}\` cannot be used: it has ${count}`, {
    hint: `\`drillbook check --book ${first.id}\` shows them`,
  });
}
