import { readdirSync } from 'node:fs';
import { type BookFile, readBookFiles } from '../../cli/read-book-files.ts';
import type { SourceFile } from '../../model/source-file.ts';

function readable(file: BookFile): SourceFile {
  if ('refused' in file) throw new Error(`${file.file}: ${file.refused}`);
  return file;
}

/** The files of the books that ship, by id. */
export const OWN_FILES: Readonly<Record<string, readonly SourceFile[]>> = Object.fromEntries(
  readdirSync('policies').map((id) => [id, readBookFiles('.', id).map(readable)]),
);
