import type { At } from '../position.ts';
import type { Target } from '../problem.ts';

/** Where an id is declared. */
export interface Place {
  readonly at: At;
  readonly target: Target;
}

/** Ids of these are known inside their own document only. */
const SCOPED = new Set(['step', 'phase', 'cause', 'incident']);
/** Many places may make the same fact true. */
const REPEATABLE = new Set(['fact']);

/** Every id that a book declares, by collection. */
export class Declarations {
  readonly #tables = new Map<string, Map<string, Place>>();
  readonly #hidden = new Set<string>();

  /** The place where the id stands already, if it may stand only once. */
  add(collection: string, id: string, place: Place): Place | undefined {
    const table = this.#table(collection, place.at.file);
    const before = table.get(id);
    if (before === undefined) table.set(id, place);
    return REPEATABLE.has(collection) ? undefined : before;
  }

  /** A part of this file could not be read: it may declare more ids of these collections. */
  hide(collections: Iterable<string>, file: string): void {
    for (const collection of collections) this.#hidden.add(scope(collection, file));
  }

  /** Whether every id of the collection is known. */
  isComplete(collection: string, file: string): boolean {
    return !this.#hidden.has(scope(collection, file));
  }

  has(collection: string, id: string, file: string): boolean {
    return this.#tables.get(scope(collection, file))?.has(id) ?? false;
  }

  ids(collection: string, file = ''): Iterable<string> {
    return this.#tables.get(scope(collection, file))?.keys() ?? [];
  }

  #table(collection: string, file: string): Map<string, Place> {
    const name = scope(collection, file);
    let table = this.#tables.get(name);
    if (!table) {
      table = new Map();
      this.#tables.set(name, table);
    }
    return table;
  }
}

const scope = (collection: string, file: string) =>
  SCOPED.has(collection) ? `${collection} ${file}` : collection;
