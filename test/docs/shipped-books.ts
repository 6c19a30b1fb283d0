import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../model/source-file.ts';

export const SHIPPED_BOOKS: readonly string[] = readdirSync('policies');

/** The files of a book that ships with the program. */
export const shippedFiles = (book: string): SourceFile[] =>
  ['policies', 'runbooks', 'scenarios']
    .map((room) => join(room, book))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(file)) }));
