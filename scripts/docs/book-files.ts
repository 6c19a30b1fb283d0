import { readdirSync } from 'node:fs';
import type { BookFile } from '../../cli/read-book-files.ts';
import { type LoadedBook, loadBook } from '../../model/load-book.ts';

export const shippedBooks = (): string[] => readdirSync('policies').sort();

/** Throws when the files are no book: `drillbook check` says why. */
export function soundBook(id: string, files: readonly BookFile[]): NonNullable<LoadedBook['book']> {
  const { book, findings } = loadBook(files, id);
  if (!book) throw new Error(`${id} is no book: ${findings[0]?.message}`);
  return book;
}
