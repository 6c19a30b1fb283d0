import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { countRuns } from '../../simulator/campaign/count-runs.ts';
import { type Chances, type Incidents, incidentsOf } from '../../simulator/campaign/incidents.ts';
import type { Range } from '../../simulator/campaign/seeds.ts';
import type { RunbookTally } from '../../simulator/campaign/tally.ts';
import type { BookFile } from '../read-book-files.ts';

/** What a thread has to know before its first task; structured clones carry it there. */
export interface SimulationInit {
  readonly files: ReadonlyMap<string, readonly BookFile[]>;
  readonly firstSeed: number;
  readonly chances: Chances;
}

/** Runs of one runbook. */
export interface SimulationTask {
  readonly book: string;
  readonly runbook: string;
  readonly range: Range;
}

/** Plays tasks; books and compiled machines are made when they are first needed, and kept. */
export function simulationPlayer(init: SimulationInit): (task: SimulationTask) => RunbookTally {
  const books = new Map<string, Book>();
  const incidents = new Map<string, Incidents>();
  const bookOf = (id: string): Book => {
    const book = books.get(id) ?? loadBook([...(init.files.get(id) ?? [])], id).book;
    if (!book) throw new Error(`the book ${id} was sound before`);
    books.set(id, book);
    return book;
  };
  return ({ book: id, runbook, range }) => {
    const book = bookOf(id);
    const key = `${id}/${runbook}`;
    const mine = incidents.get(key) ?? incidentsOf(book, runbook, init.chances);
    incidents.set(key, mine);
    return countRuns(book, runbook, mine, init.firstSeed, range);
  };
}
