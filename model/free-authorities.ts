import type { Book, Entity } from './book.ts';
import type { Authority } from './generated/types.ts';

/**
 * Authorities that stand in the table of decisions alone: no step and no message asks for them, they skip no timelock, no other
 * cancels them, no control does it by itself, and nobody declares by them. Whoever commands may still decide on one.
 */
export function freeAuthorities(book: Book): Entity<Authority>[] {
  const onTheirWay = [...book.authorities.values()].map(({ cancels }) => cancels);
  const named = new Set([...requestedAuthorities(book), ...onTheirWay]);
  return [...book.authorities.values()].filter(
    ({ id, automatic, approvals }) =>
      automatic === undefined && !named.has(id) && !isDeclaration(book, { approvals }),
  );
}

/** The procedures in which a free authority may be decided on: its own list, and those that a trigger opens by it. None: all. */
export const decidedIn = ({ runbooks }: Book, { id, runbooks: own = [] }: Entity<Authority>): string[] => [
  ...own,
  ...[...runbooks.values()]
    .filter(({ triggers = [] }) => triggers.some(({ authority }) => authority === id))
    .map((runbook) => runbook.id),
];

/** Asked for by a step or a message, or as the way around a timelock. */
export const requestedAuthorities = (book: Book): string[] =>
  [
    ...[...book.runbooks.values()].flatMap(({ phases }) =>
      phases.flatMap(({ steps }) => steps.map(({ authority }) => authority)),
    ),
    ...[...book.messages.values()].map(({ authority }) => authority),
    ...[...book.authorities.values()].map(({ timelock }) => timelock?.override),
  ].filter((id) => id !== undefined);

/** Whoever declares takes the action of declaring. */
export const isDeclaration = ({ declaration }: Book, { approvals }: Pick<Authority, 'approvals'>): boolean =>
  declaration !== undefined &&
  approvals.length === 1 &&
  approvals[0]?.any_of?.toSorted().join() === declaration.by.toSorted().join();
