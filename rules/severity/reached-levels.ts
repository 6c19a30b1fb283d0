import type { Book } from '../../model/book.ts';
import { ownLevels, raisesOf } from './levels-of.ts';

/** Levels that something in the book leads to: a monitor, a code, a runbook, a question, a rule or a declaration. */
export const reachedLevels = (book: Book): Set<string> =>
  new Set([
    ...[...book.monitors.values()].flatMap(({ thresholds }) => Object.keys(thresholds)),
    ...[...book.codes.values()].flatMap(({ severity }) => severity ?? []),
    ...[...book.runbooks.values()].flatMap((runbook) => [...ownLevels(runbook), ...raisesOf(book, runbook)]),
    ...book.triage.map(({ yes }) => yes),
    ...book.raises.map(({ to }) => to),
    ...(book.declaration?.levels ?? []),
  ]);
