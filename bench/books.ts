import { readBookFiles } from '../cli/read-book-files.ts';
import type { Book } from '../model/book.ts';
import { loadBook } from '../model/load-book.ts';
import type { Odds } from '../simulator/choose/random.ts';
import type { Machine } from '../simulator/kernel/machine.ts';
import { lowerIncident } from '../simulator/lower/incident.ts';

/** A machine, and how random runs of it begin and end. */
export interface Case {
  readonly machine: Machine;
  readonly odds: Odds;
  readonly options: { readonly until: 'drained' | 'closed'; readonly horizon: number };
}

const FAILURE_PERCENT = 2;
const DAY = 86_400;

function bookIn(root: string, id: string): Book {
  const { book, findings } = loadBook(readBookFiles(root, id), id);
  if (!book) throw new Error(`the book ${id} is not sound: ${findings[0]?.message}`);
  return book;
}

/** The toy of bench/toy at a grain of one minute, for four hours. */
export const toy = (): Case => ({
  machine: lowerIncident(bookIn('bench/toy', 'toy'), { runbook: 'service-down', grain: 60 }),
  odds: { failurePercent: FAILURE_PERCENT, begins: { site: 'declare/P1', alternative: 'engineer' } },
  options: { until: 'drained', horizon: 240 },
});

/** A runbook of a shipped book as the book states it, for at most sixty days. */
export function shipped(
  id: string,
  runbook: string,
  begins: Odds['begins'],
  until: Case['options']['until'] = 'drained',
): Case {
  const machine = lowerIncident(bookIn('.', id), { runbook });
  return {
    machine,
    odds: { failurePercent: FAILURE_PERCENT, begins },
    options: { until, horizon: Math.ceil((60 * DAY) / machine.grain) },
  };
}
