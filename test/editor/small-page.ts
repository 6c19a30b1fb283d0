import { readFileSync } from 'node:fs';
import type { Cursor } from './yaml-language-server.ts';

/** A file of the small book, and the place of a text in it. */
export function page(file: string): { readonly path: string; readonly text: string } {
  const path = `test/fixtures/books/small/${file}`;
  return { path, text: readFileSync(path, 'utf8') };
}

/** The cursor behind the first occurrence of a text. */
export function behind(text: string, found: string): Cursor {
  const index = text.indexOf(found);
  if (index < 0) throw new Error(`there is no ${found}`);
  const before = text.slice(0, index + found.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
