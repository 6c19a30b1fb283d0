import type { Book } from '../../model/book.ts';
import { recordedBook } from './recorded-book.ts';

/** A result, and the nodes of the book that it depends on. */
export interface Reading<T> {
  readonly result: T;
  readonly reads: ReadonlySet<string>;
}

/** Views are made anew each time: what some computation remembers by node must not hide the reads of the next one. */
export function readingOf<T>(book: Book, compute: (book: Book) => T): Reading<T> {
  const reads = new Set<string>();
  const result = compute(recordedBook(book, (node) => reads.add(node)));
  return { result, reads };
}

export const touches = (reads: ReadonlySet<string>, changed: ReadonlySet<string>): boolean => {
  for (const node of changed) if (reads.has(node)) return true;
  return false;
};
