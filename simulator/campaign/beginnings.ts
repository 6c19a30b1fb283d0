import type { Book } from '../../model/book.ts';
import type { Odds } from '../choose/random.ts';

/** What begins an incident: the site of nature that moves first, and how. */
export type Beginning = Odds['begins'];

/**
 * Every way in which an incident of this runbook begins by the book: each threshold of a monitor that opens it, and, for each
 * level, a declaration by the commander and one by somebody whose declaration has to be confirmed.
 */
export const beginningsOf = (book: Book, runbook: string): readonly Beginning[] => [
  ...alarms(book, runbook),
  ...declarations(book, runbook),
];

function alarms(book: Book, runbook: string): Beginning[] {
  return [...book.monitors.values()].flatMap(({ id, thresholds }) =>
    Object.entries(thresholds).flatMap(([level, { opens }]) =>
      opens === runbook ? [{ site: `signal/${id}`, alternative: level }] : [],
    ),
  );
}

/** A runbook that is always of one level is declared at that one: a lower one would be raised in the same instant. */
function declarations(book: Book, runbook: string): Beginning[] {
  const always = book.runbooks.get(runbook)?.severity?.always;
  const levels = always === undefined ? [...book.severities.keys()] : [always];
  return levels.flatMap((level) =>
    declarersOf(book, level).map((role) => ({ site: `declare/${level}`, alternative: role })),
  );
}

function declarersOf(book: Book, level: string): string[] {
  const roles = [...book.roles.keys()];
  const confirms = book.declaration?.levels.includes(level) ? book.declaration.confirm.by : undefined;
  const sure = confirms ?? book.commander ?? roles[0];
  const other = confirms === undefined ? undefined : roles.find((role) => role !== confirms);
  return [sure, other].filter((role) => role !== undefined);
}
