import { rereader } from '../../model/load-book.ts';
import { listMutants, sourcesOf } from '../../mutation/list-mutants.ts';
import type { Mutant } from '../../mutation/mutant.ts';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';
import { smallBook } from '../model/small-book.ts';

/** The small book as it is mutated. */
export const SHELF = rereader(smallBook(), 'small');

const { book } = SHELF.loaded;
if (!book) throw new Error('the small book is not sound');
export const BOOK = book;

export const SOURCES = sourcesOf(SHELF.files);

export const MUTANTS: readonly Mutant[] = listMutants(BOOK, SOURCES, ALL_OPERATORS);

/** The book that a mutant is, or undefined when it is none. */
export const bookOf = ({ file, text }: Pick<Mutant, 'file' | 'text'>) =>
  SHELF.with({ file, bytes: new TextEncoder().encode(text) }).book;

/** The one mutant of this operator in this file whose text has the one and has not the other. */
export function mutantWith(operator: string, file: string, holds: string, lacks = '\0'): Mutant {
  const found = MUTANTS.filter(
    (each) =>
      each.operator === operator &&
      each.file.endsWith(file) &&
      each.text.includes(holds) &&
      !each.text.includes(lacks),
  );
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} mutants of ${operator} are like that`);
  return only;
}
