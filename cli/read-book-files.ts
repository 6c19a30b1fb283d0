import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { beyondBook, MAX_BOOK_BYTES, type RefusedFile, type SourceFile } from '../model/source-file.ts';
import { readSource, whyNot } from './read-source.ts';
import { ROOMS } from './repository.ts';

export type BookFile = SourceFile | RefusedFile;

/** A tree that is deeper or larger was not written by people. */
const MAX_DEPTH = 16;
const MAX_FILES = 20_000;

/** Every YAML file of a book in these rooms, with its bytes or the reason why it has none. Never throws for what it finds. */
export function readBookFiles(
  root: string,
  book: string,
  rooms: readonly (typeof ROOMS)[number][] = ROOMS,
): BookFile[] {
  const files: BookFile[] = [];
  let bytes = 0;
  const add = (file: BookFile) => {
    bytes += 'bytes' in file ? file.bytes.length : 0;
    files.push(file);
  };

  function visit(folder: string, depth: number): void {
    for (const entry of entriesOf(root, folder, add)) {
      const file = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (files.length > MAX_FILES) return;
      if (entry.isDirectory()) {
        if (isYaml(file))
          add({ file, refused: 'a folder, not a file', hint: 'give the folder another name' });
        else if (depth < MAX_DEPTH) visit(file, depth + 1);
        else add({ file, refused: `folders nest deeper than ${MAX_DEPTH} levels here` });
      } else if (entry.isSymbolicLink()) visitLink(file);
      else if (isYaml(file)) add(bytes > MAX_BOOK_BYTES ? beyondBook(file) : readSource(root, file));
    }
  }

  function visitLink(file: string): void {
    const refused = whyNotFollowed(root, file);
    if (refused !== undefined) add({ file, refused });
    else if (isYaml(file)) add(readSource(root, file));
  }

  for (const room of rooms) visit(`${room}/${book}`, 0);
  return files;
}

export const isYaml = (file: string) => /\.ya?ml$/i.test(file);

function entriesOf(root: string, folder: string, add: (file: RefusedFile) => void): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch (error) {
    // A book without scenarios has no folder for them.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') add({ file: folder, refused: whyNot(error) });
    return [];
  }
}

/** A link may lead to a file of the same repository: what lies outside must not be shown in a report. */
function whyNotFollowed(root: string, file: string): string | undefined {
  try {
    const target = realpathSync(join(root, file));
    if (statSync(target).isDirectory()) return 'a symbolic link to a folder, which is not followed';
    if (!isYaml(file)) return undefined;
    const inside = target.startsWith(`${realpathSync(root)}${sep}`);
    return inside ? undefined : 'a symbolic link that leads out of the repository';
  } catch (error) {
    return isYaml(file) ? `a symbolic link that leads nowhere: ${whyNot(error)}` : undefined;
  }
}
