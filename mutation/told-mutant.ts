import type { Book } from '../model/book.ts';
import type { Path } from '../model/position.ts';
import type { Fate } from './fate.ts';
import { lineDiff } from './line-diff.ts';
import type { Mutant } from './mutant.ts';

/** A mutant and its fate as they are printed, written and sent between threads: plain data. */
export interface ToldMutant {
  readonly book: string;
  readonly fingerprint: string;
  readonly operator: string;
  readonly file: string;
  readonly line: number;
  readonly path: Path;
  readonly fate: Fate;
  /** Of those that nothing has noticed: the edit, line by line; empty for the others. */
  readonly diff: readonly string[];
}

/** Longer edits are shown with their beginning. */
const MOST_LINES = 60;

export function tellMutant(book: Book, before: string, mutant: Mutant, fate: Fate): ToldMutant {
  const { fingerprint, operator, file, line, path, text } = mutant;
  const escaped = fate.kind === 'survived' || fate.kind === 'no-coverage';
  const diff = escaped ? lineDiff(before, text).lines.slice(0, MOST_LINES) : [];
  return { book: book.id, fingerprint, operator, file, line, path, fate, diff };
}
