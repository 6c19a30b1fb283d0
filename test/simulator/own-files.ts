import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../model/source-file.ts';

const filesBelow = (folder: string): SourceFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, bytes: readFileSync(file) }));

/** The files of the books that ship, by id. */
export const OWN_FILES: Readonly<Record<string, readonly SourceFile[]>> = Object.fromEntries(
  readdirSync('policies').map((id) => [
    id,
    ['policies', 'runbooks', 'scenarios']
      .filter((room) => readdirSync(room).includes(id))
      .flatMap((room) => filesBelow(join(room, id))),
  ]),
);
