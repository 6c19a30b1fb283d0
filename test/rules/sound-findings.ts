import { expect } from 'vitest';
import { loadBook } from '../../model/load-book.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { checkBook } from '../../rules/check-book.ts';

/** Asks every rule of a book, if the files still are one, and looks at each finding; says whether the rules were asked. */
export function expectSoundFindings(files: readonly SourceFile[], id: string): boolean {
  const { book } = loadBook(files, id);
  if (!book) return false;
  const names = new Set(files.map(({ file }) => file));
  for (const rule of ALL_RULES)
    for (const { message, hint, position } of checkBook(book, [rule], { today: '2026-06-15' })) {
      expect(`${message} ${hint ?? ''}`, rule.id).not.toMatch(/undefined|NaN|\[object|``|Infinity/);
      expect(names.has(position.file), rule.id).toBe(true);
    }
  return true;
}
