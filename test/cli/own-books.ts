import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookFolder, bookFolder } from './book-folder.ts';

export interface OwnBooks extends BookFolder {
  /** Replaces the first occurrence of a text in a file; a text that is not there is a mistake of the test. */
  edit(file: string, before: string, after: string): void;
}

/** The books that ship, in a temporary folder, to be changed. */
export function ownBooks(): OwnBooks {
  const folder = bookFolder('');
  for (const room of ['policies', 'runbooks', 'scenarios'])
    cpSync(room, join(folder.root, room), { recursive: true });
  return {
    ...folder,
    edit(file, before, after) {
      const text = readFileSync(join(folder.root, file), 'utf8');
      if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`);
      folder.write(file, text.replace(before, after));
    },
  };
}
