import { OperatorError } from '../operator-error.ts';
import { type BookFile, readBookFiles } from '../read-book-files.ts';
import { chooseBooks, findRepository } from '../repository.ts';
import { strayFiles } from '../stray-files.ts';

/** What the files of the books held at one moment, by name. */
export type Shelf = ReadonlyMap<string, BookFile>;

/** Reads what `check` would read; a shelf is empty where there is no book any more. */
export function readShelf(named: string | undefined, from = process.cwd()): Shelf {
  try {
    const repository = findRepository(from);
    const books = chooseBooks(repository, from, named);
    const strays = strayFiles(repository).map(({ position, message }) => ({
      file: position.file,
      refused: message,
    }));
    const files = [...books.flatMap((book) => readBookFiles(repository.root, book)), ...strays];
    return new Map(files.map((file) => [file.file, file]));
  } catch (error) {
    if (error instanceof OperatorError) return new Map();
    throw error;
  }
}

/** Names of files that came, went or hold something else, each with what happened to it. */
export function changedFiles(before: Shelf, now: Shelf): string[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  return names.flatMap((name) => {
    const [old, current] = [before.get(name), now.get(name)];
    if (!old) return [`${name} (new)`];
    if (!current) return [`${name} (gone)`];
    return same(old, current) ? [] : [name];
  });
}

function same(a: BookFile, b: BookFile): boolean {
  if ('bytes' in a && 'bytes' in b) return Buffer.compare(a.bytes, b.bytes) === 0;
  return 'refused' in a && 'refused' in b && a.refused === b.refused;
}
