import type { BookPart } from '../model/book-part.ts';
import { type LoadedBook, loadBook } from '../model/load-book.ts';
import { type BookFile, readBookFiles } from './read-book-files.ts';
import { chooseBooks, findRepository, PROCEDURE_ROOMS, type Repository, ROOMS } from './repository.ts';

export interface FoundBook {
  readonly id: string;
  readonly files: readonly BookFile[];
  readonly loaded: LoadedBook;
}

export interface FoundBooks {
  readonly repository: Repository;
  readonly books: readonly FoundBook[];
  /** Whether these are all books of the repository, and not one that was picked. */
  readonly all: boolean;
}

/** The files of the books that a command is about, read and not yet loaded. */
export interface ReadBooks extends Omit<FoundBooks, 'books'> {
  readonly part: BookPart;
  readonly books: readonly Omit<FoundBook, 'loaded'>[];
}

interface Where {
  readonly from?: string;
  readonly part?: BookPart;
}

/** Finds and reads them from any folder of their repository. */
export function readBooks(
  named: string | undefined,
  { from = process.cwd(), part = 'whole' }: Where = {},
): ReadBooks {
  const repository = findRepository(from);
  const ids = chooseBooks(repository, from, named);
  const rooms = part === 'whole' || typeof part === 'object' ? ROOMS : PROCEDURE_ROOMS;
  const books = ids.map((id) => ({ id, files: readBookFiles(repository.root, id, rooms) }));
  return { repository, books, part, all: ids.length === repository.books.length };
}

export const loadRead = ({ repository, books, part, all }: ReadBooks): FoundBooks => ({
  repository,
  books: books.map(({ id, files }) => ({ id, files, loaded: loadBook(files, id, part) })),
  all,
});

/** Finds, reads and loads the books that a command is about. */
export const loadBooks = (named: string | undefined, where: Where = {}): FoundBooks =>
  loadRead(readBooks(named, where));
