import type { Book } from '../../model/book.ts';
import { incidentsOf } from '../explore/prove.ts';
import { lowerIncidents } from '../lower/incident.ts';

/** One promise of one runbook's incident, or of two that go on at once. */
export interface ProofTask {
  readonly book: string;
  readonly runbook: string;
  readonly beside?: string;
  readonly promise: string;
}

/** Promises of one incident, or of one pair, share what is made ready for them. */
export const incidentKeyOf = ({ book, runbook, beside }: Omit<ProofTask, 'promise'>): string =>
  `${book}/${runbook}/${beside ?? ''}`;

/** Every promise that the incident of a runbook makes, alone or beside another, in the order of its machine. */
export const tasksOf = (book: Book, runbook: string, beside?: string): ProofTask[] => {
  const pair = beside === undefined ? { runbook } : { runbook, beside };
  return lowerIncidents(book, incidentsOf(pair), { grain: 1 }).promises.map(({ name }) => ({
    book: book.id,
    ...pair,
    promise: name,
  }));
};

/** The tasks of part i of n: every n-th, so that each part has easy and hard ones of every runbook. */
export const partOf = <Task>(tasks: readonly Task[], { index, of }: { index: number; of: number }): Task[] =>
  tasks.filter((_, place) => place % of === index - 1);

/** The inverse of `partOf`: results of all parts, in order, as if they had never been parted. */
export function rejoined<Result>(parts: readonly (readonly Result[])[]): Result[] {
  const longest = Math.max(0, ...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) =>
    parts.flatMap((part) => part.slice(place, place + 1)),
  ).flat();
}
