import { type BookPart, type LoadedBook, loadBook } from '../model/load-book.ts';
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

/** Finds, reads and loads the books that a command is about, from any folder of their repository. */
export function loadBooks(
  named: string | undefined,
  { from = process.cwd(), part = 'whole' }: { readonly from?: string; readonly part?: BookPart } = {},
): FoundBooks {
  const repository = findRepository(from);
  const ids = chooseBooks(repository, from, named);
  const books = ids.map((id): FoundBook => {
    const files = readBookFiles(repository.root, id, part === 'whole' ? ROOMS : PROCEDURE_ROOMS);
    return { id, files, loaded: loadBook(files, id, part) };
  });
  return { repository, books, all: ids.length === repository.books.length };
}
