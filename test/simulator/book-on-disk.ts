import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { OWN_FILES } from './own-files.ts';

/** One of the books that ship, as it stands in the repository. */
export function bookOnDisk(id: string): Book {
  const { book, findings } = loadBook(OWN_FILES[id] ?? [], id);
  if (!book) throw new Error(findings.map(({ message }) => message).join('\n'));
  return book;
}
