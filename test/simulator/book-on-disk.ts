import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';

/** One of the books that ship, as it stands in the repository. */
export function bookOnDisk(id: string): Book {
  const files = ['policies', 'runbooks', 'scenarios'].flatMap((folder) => filesUnder(join(folder, id)));
  const { book, findings } = loadBook(files, id);
  if (!book) throw new Error(findings.map(({ message }) => message).join('\n'));
  return book;
}

function filesUnder(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => join(folder, file))
      .map((file) => ({ file, bytes: readFileSync(file) }));
  } catch {
    return []; // a book need not have scenarios
  }
}
