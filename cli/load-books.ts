import { type LoadedBook, loadBook } from '../model/load-book.ts';
import { type BookFile, readBookFiles } from './read-book-files.ts';
import { chooseBooks, findRepository, type Repository } from './repository.ts';

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
export function loadBooks(named: string | undefined, from = process.cwd()): FoundBooks {
  const repository = findRepository(from);
  const ids = chooseBooks(repository, from, named);
  const books = ids.map((id): FoundBook => {
    const files = readBookFiles(repository.root, id);
    return { id, files, loaded: loadBook(files, id) };
  });
  return { repository, books, all: ids.length === repository.books.length };
}
