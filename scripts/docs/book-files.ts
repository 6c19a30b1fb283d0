import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from '../../cli/repository.ts';
import { type LoadedBook, loadBook } from '../../model/load-book.ts';
import type { SourceFile } from '../../model/source-file.ts';

export const shippedBooks = (): string[] => readdirSync('policies').sort();

/** The files of a shipped book, as the loader wants them. */
export const filesOf = (book: string): SourceFile[] =>
  ROOMS.map((room) => join(room, book))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, bytes: readFileSync(file) }));

/** Throws when the files are no book: `drillbook check` says why. */
export function soundBook(id: string, files: readonly SourceFile[]): NonNullable<LoadedBook['book']> {
  const { book, findings } = loadBook(files, id);
  if (!book) throw new Error(`${id} is no book: ${findings[0]?.message}`);
  return book;
}
