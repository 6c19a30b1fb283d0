import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadBook } from '../../model/load-book.ts';
import type { SourceFile } from '../../model/source-file.ts';

const ROOT = 'test/fixtures/books/small';

/** The files of the smallest book that has every kind of document which procedures stand on. */
export const SMALL_BOOK: ReadonlyMap<string, string> = new Map(
  readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path), readFileSync(path, 'utf8')]),
);

/** The small book with some files replaced, added or (undefined) left out. */
export function smallBook(changes: Readonly<Record<string, string | undefined>> = {}): SourceFile[] {
  const files = Object.entries({ ...Object.fromEntries(SMALL_BOOK), ...changes });
  return files.flatMap(([file, text]) =>
    text === undefined ? [] : { file, bytes: new TextEncoder().encode(text) },
  );
}

/** One file of the small book with a text replaced; throws when it does not hold the text. */
export function edited(file: string, from: string, to: string): Record<string, string> {
  const text = SMALL_BOOK.get(file);
  if (!text?.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { [file]: text.replace(from, () => to) };
}

/** Findings as `file:line:col rule: message (hint)`. */
export const findingsOf = (files: SourceFile[], book = 'small'): string[] =>
  loadBook(files, book).findings.map(
    ({ rule, message, hint, position: { file, line, column } }) =>
      `${file}:${line}:${column} ${rule}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );
