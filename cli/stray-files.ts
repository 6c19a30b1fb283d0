import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';
import { isYaml } from './read-book-files.ts';
import { foldersIn, type Repository, ROOMS } from './repository.ts';

/** Files and folders that look like parts of a book and belong to none: nobody would ever read them. */
export function strayFiles({ root, books }: Repository): Finding[] {
  return ROOMS.flatMap((room) => {
    const files = filesIn(join(root, room)).filter(isYaml);
    const folders = foldersIn(join(root, room)).filter((folder) => !books.includes(folder));
    return [
      ...files.map((file) =>
        stray(`${room}/${file}`, 'this file belongs to no book', `move it into a folder of ${room}/`),
      ),
      ...folders.map((folder) =>
        stray(`${room}/${folder}`, `there is no book \`${folder}\``, didYouMeanHint(folder, books)),
      ),
    ];
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return []; // a repository without scenarios
  }
}

const stray = (file: string, message: string, hint: string | undefined): Finding =>
  makeFinding({
    rule: 'document-stands-in-its-folder',
    position: { file, line: 1, column: 1 },
    subject: 'stray',
    message,
    hint,
  });
