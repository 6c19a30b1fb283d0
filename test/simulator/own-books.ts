import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import type { SourceFile } from '../../model/source-file.ts';

const filesBelow = (folder: string): SourceFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, bytes: readFileSync(file) }));

/** The books that ship, loaded once. */
export const OWN_BOOKS: readonly Book[] = readdirSync('policies').map((id) => {
  const rooms = ['policies', 'runbooks', 'scenarios'].filter((room) => readdirSync(room).includes(id));
  const { book, findings } = loadBook(
    rooms.flatMap((room) => filesBelow(join(room, id))),
    id,
  );
  if (!book)
    throw new Error(
      findings.map(({ position, message }) => `${position.file}:${position.line} ${message}`).join('\n'),
    );
  return book;
});
