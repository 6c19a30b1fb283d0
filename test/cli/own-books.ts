import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookFolder, bookFolder } from './book-folder.ts';

export interface OwnBooks extends BookFolder {
  /** Replaces the first occurrence of a text in a file; a text that is not there is a mistake of the test. */
  edit(file: string, before: string, after: string): void;
}

const BOOKS = ['policies', 'runbooks', 'scenarios'];
/** What the code registries of the books speak of. */
const SOURCES = ['verifier', 'cli', 'docs/codes', 'test/fixtures/contract'];

/** Drills that no team would sit through; most claims are as true of a book without them, and much sooner seen. */
const PROBES = /\/(probes|regressions)(\/|$)/;

/** But those that schedules and claims name: enough to replay, too few for a team. */
const MANY =
  /^scenarios\/(rwa-tokens\/(?!20\d\d|multisig-key-below|custody-discrepancy-(commander|hotline))|paxiom\/(?!hot-key|endpoint-down))/;

/**
 * The books that ship, in a temporary folder, to be changed; `withSources`: and the sources of their return codes;
 * `whole`: and every drill; `few`: and a few drills.
 */
export function ownBooks({ withSources = false, whole = false, few = false } = {}): OwnBooks {
  const folder = bookFolder('');
  const isWanted = (path: string) => whole || !(PROBES.test(path) || (few && MANY.test(path)));
  for (const room of withSources ? [...BOOKS, ...SOURCES] : BOOKS)
    cpSync(room, join(folder.root, room), { recursive: true, filter: isWanted });
  return {
    ...folder,
    edit(file, before, after) {
      const text = readFileSync(join(folder.root, file), 'utf8');
      if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`);
      folder.write(file, text.replace(before, after));
    },
  };
}
