import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import type { Chances } from '../../simulator/campaign/incidents.ts';
import type { Range } from '../../simulator/campaign/seeds.ts';
import { shownByLookOut } from '../../simulator/coverage/by-look-out.ts';
import { type Shown, shownByRandomRuns } from '../../simulator/coverage/by-random-runs.ts';
import { shownByScenario } from '../../simulator/coverage/by-scenarios.ts';
import { type ItemSearch, itemSearch } from '../../simulator/coverage/by-search.ts';
import type { Reach } from '../../simulator/coverage/coverage.ts';
import type { Budget } from '../../simulator/explore/search/search.ts';
import type { BookFile } from '../read-book-files.ts';

/** What a thread has to know before its first task. */
export interface CoverInit {
  readonly files: ReadonlyMap<string, readonly BookFile[]>;
  readonly firstSeed: number;
  readonly chances: Chances;
  readonly budget: Budget;
}

/** One thing to be played or searched for. */
export type CoverTask =
  | { readonly kind: 'scenario'; readonly book: string; readonly scenario: string }
  | { readonly kind: 'random'; readonly book: string; readonly runbook: string; readonly range: Range }
  /** `names`: what neither a drill nor a random run of the campaign shows. */
  | {
      readonly kind: 'look-out';
      readonly book: string;
      readonly runbook: string;
      readonly names: ReadonlySet<string>;
    }
  /** Runbooks in the order in which they are looked through; `names` are all that will be asked for in this campaign. */
  | {
      readonly kind: 'search';
      readonly book: string;
      readonly runbooks: readonly string[];
      readonly name: string;
      readonly names: ReadonlySet<string>;
    };

export type CoverAnswer =
  | { readonly kind: 'scenario'; readonly shown: ReadonlySet<string> }
  | { readonly kind: 'random'; readonly shown: Shown }
  | { readonly kind: 'look-out'; readonly shown: ReadonlySet<string> }
  | { readonly kind: 'search'; readonly reach: Reach };

/** After so many incidents in which nobody knows, an item counts as unknown unless some other incident shows it sooner. */
const PATIENCE = 3;

/** Plays and searches; what is made once is kept for the tasks that follow. */
export function coverPlayer(init: CoverInit): (task: CoverTask) => CoverAnswer {
  const books = keep((id: string): Book => {
    const { book } = loadBook([...(init.files.get(id) ?? [])], id);
    if (!book) throw new Error(`the book ${id} was sound before`);
    return book;
  });
  const random = keep((key: string) => {
    const [book = '', runbook = ''] = key.split('/');
    return shownByRandomRuns(books(book), runbook, init.chances, init.firstSeed);
  });
  const searches = new Map<string, ItemSearch>();
  const searchIn = (book: string, runbook: string, names: ReadonlySet<string>): ItemSearch => {
    const key = `${book}/${runbook}`;
    const found = searches.get(key) ?? itemSearch(books(book), runbook, names, init.budget);
    searches.set(key, found);
    return found;
  };
  return (task) => {
    const book = books(task.book);
    switch (task.kind) {
      case 'scenario': {
        const scenario = book.scenarios.get(task.scenario);
        return { kind: 'scenario', shown: scenario ? shownByScenario(book, scenario) : new Set() };
      }
      case 'random':
        return { kind: 'random', shown: random(`${task.book}/${task.runbook}`)(task.range) };
      case 'look-out':
        return { kind: 'look-out', shown: shownByLookOut(book, task.runbook, task.names) };
      case 'search':
        return {
          kind: 'search',
          reach: reachIn(task.runbooks, (runbook) =>
            searchIn(task.book, runbook, task.names).reach(task.name),
          ),
        };
    }
  };
}

/** Reachable where any incident shows it, unreachable where none can. */
function reachIn(runbooks: readonly string[], look: (runbook: string) => Reach | undefined): Reach {
  let unknown = 0;
  for (const runbook of runbooks) {
    const reach = look(runbook);
    if (reach === 'reachable') return reach;
    if (reach === 'unknown' && ++unknown >= PATIENCE) return reach;
  }
  return unknown === 0 ? 'unreachable' : 'unknown';
}

function keep<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}
