import type { Book } from '../../model/book.ts';
import { lowerIncident } from '../lower/incident.ts';
import type { Shown } from './by-random-runs.ts';
import type { BookCoverage, ItemCoverage, Reach } from './coverage.ts';
import { ITEM_KINDS, type Item, type ItemKind } from './item.ts';
import { coverageItems } from './items.ts';

/** What was seen of the items of one book. */
export interface Sightings {
  /** By scenario, names of the items that it shows. */
  readonly scenarios: ReadonlyMap<string, ReadonlySet<string>>;
  /** By runbook. */
  readonly random: ReadonlyMap<string, Shown>;
  readonly search: ReadonlyMap<string, Reach>;
}

const ORDER = Object.keys(ITEM_KINDS) as ItemKind[];

/** Every item of these runbooks' incidents, each once: by kind, then as the runbooks have them. */
export function itemsOf(book: Book, runbooks: readonly string[]): Item[] {
  const found = new Map<string, Item>();
  for (const runbook of runbooks)
    for (const item of coverageItems(book, lowerIncident(book, { runbook })))
      if (!found.has(item.name)) found.set(item.name, item);
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Puts together what was seen of each item. */
export function gather(
  book: Book,
  items: readonly Item[],
  whole: boolean,
  { scenarios, random, search }: Sightings,
): BookCoverage {
  return {
    book: book.id,
    whole,
    items: items.map(({ kind, name, text, at }): ItemCoverage => {
      const runs = [...random].flatMap(([runbook, shown]) => {
        const mine = shown.get(name);
        return mine ? [{ runbook, ...mine }] : [];
      });
      const first = runs.toSorted((a, b) => a.seed - b.seed)[0];
      return {
        kind,
        name,
        text,
        position: book.position(at),
        scenarios: [...scenarios].flatMap(([id, shown]) => (shown.has(name) ? [id] : [])),
        randomRuns: runs.reduce((sum, each) => sum + each.runs, 0),
        firstRun: first ? { runbook: first.runbook, seed: first.seed } : null,
        search: search.get(name) ?? null,
      };
    }),
  };
}
