import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { OWN_FILES } from './own-files.ts';

/** The books that ship, loaded once. */
export const OWN_BOOKS: readonly Book[] = Object.entries(OWN_FILES).map(([id, files]) => {
  const { book, findings } = loadBook(files, id);
  if (!book)
    throw new Error(
      findings.map(({ position, message }) => `${position.file}:${position.line} ${message}`).join('\n'),
    );
  return book;
});
