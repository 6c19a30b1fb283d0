import type { Book } from '../../model/book.ts';
import type { Recorded } from '../../model/generated/types.ts';
import { type Position, under } from '../../model/position.ts';
import type { ProofTask } from './proof-tasks.ts';
import { rank } from './standing.ts';

/** What a promise was proved to survive when that was written down, in the incident of one runbook alone. */
export interface RecordedTolerance {
  readonly book: string;
  readonly runbook: string;
  readonly promise: string;
  readonly survives: Recorded;
  readonly position: Position;
}

/** All that is recorded of one runbook's incident, in the order of the file. */
export const recordedOf = (book: Book, runbook: string): RecordedTolerance[] =>
  book.tolerances
    .filter((each) => each.runbook === runbook)
    .flatMap(({ at, survives }) =>
      Object.entries(survives).map(([promise, tolerance]) => ({
        book: book.id,
        runbook,
        promise,
        survives: tolerance,
        position: book.position(under(at, 'survives', promise)),
      })),
    );

/** The most that is recorded of one promise; null: nothing, as of two incidents at once. */
export function recordedFor(book: Book, { runbook, beside, promise }: ProofTask): Recorded | null {
  if (beside !== undefined) return null;
  return book.tolerances
    .filter((each) => each.runbook === runbook)
    .map(({ survives }) => (Object.hasOwn(survives, promise) ? (survives[promise] ?? null) : null))
    .reduce((most, each) => (rank(each) > rank(most) ? each : most), null);
}

/** What is recorded of the incidents of these tasks, and is none of them: promises that are made no more. */
export function vanishedFrom(books: readonly Book[], tasks: readonly ProofTask[]): RecordedTolerance[] {
  const keyOf = ({ book, runbook, promise }: Omit<ProofTask, 'beside'>): string =>
    `${book} ${runbook} ${promise}`;
  const made = new Set(tasks.map(keyOf));
  const asked = new Set(tasks.map(({ book, runbook }) => `${book} ${runbook}`));
  return books.flatMap((book) =>
    [...book.runbooks.keys()]
      .filter((runbook) => asked.has(`${book.id} ${runbook}`))
      .flatMap((runbook) => recordedOf(book, runbook))
      .filter((each) => !made.has(keyOf(each))),
  );
}
