import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { randomBreaks } from '../../simulator/proofs/random-breaks.ts';
import { tellBreak } from '../../simulator/proofs/tell-break.ts';
import { STARTS } from '../proofs/play-proof.ts';
import type { BookFile } from '../read-book-files.ts';
import type { RandomRunbook } from './random-report.ts';

export interface RandomInit {
  readonly files: ReadonlyMap<string, readonly BookFile[]>;
  readonly runs: number;
  readonly seed: number;
}

export interface RandomTask {
  readonly book: string;
  readonly runbook: string;
  /** Names of promises. */
  readonly promises: readonly string[];
}

/** Plays the random incidents of one runbook after the other. */
export function randomPlayer({ files, runs, seed }: RandomInit): (task: RandomTask) => RandomRunbook {
  const books = new Map<string, Book>();
  const bookOf = (id: string): Book => {
    const book = books.get(id) ?? loadBook([...(files.get(id) ?? [])], id).book;
    if (!book) throw new Error(`the book ${id} was sound before`);
    books.set(id, book);
    return book;
  };
  return ({ book: id, runbook, promises }) => {
    const book = bookOf(id);
    const options = { runbook, runs, seed, starts: STARTS, promises };
    const { machine, breaks, called } = randomBreaks(book, options);
    return {
      book: id,
      runbook,
      promises: promises.length,
      called: called.filter((name) => promises.includes(name)).length,
      breaks: breaks.map((each) => tellBreak(book, machine, options, each)),
    };
  };
}
