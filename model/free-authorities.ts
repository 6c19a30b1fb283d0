import type { Book, Entity } from './book.ts';
import type { Authority } from './generated/types.ts';

/**
 * Authorities that stand in the table of decisions alone: no step and no message that somebody sends asks for them, they skip no
 * timelock, they are not on their way until another cancels them, no control does it by itself, and nobody declares by them.
 * Whoever commands may still decide on one.
 */
export function freeAuthorities(book: Book): Entity<Authority>[] {
  const named = new Set([...requestedAuthorities(book), ...onTheirWay(book)]);
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

/** Another may cancel them, and facts say when they are asked for. */
const onTheirWay = ({ authorities }: Book): string[] =>
  [...authorities.values()].flatMap(({ cancels }) =>
    cancels !== undefined && authorities.get(cancels)?.requires ? [cancels] : [],
  );

/** Asked for by a step or a message that somebody sends, or as the way around a timelock. */
export const requestedAuthorities = (book: Book): string[] =>
  [
    ...[...book.runbooks.values()].flatMap(({ phases }) =>
      phases.flatMap(({ steps }) => steps.map(({ authority }) => authority)),
    ),
    ...[...book.messages.values()].map(({ by, authority }) => (by === undefined ? undefined : authority)),
    ...[...book.authorities.values()].map(({ timelock }) => timelock?.override),
  ].filter((id) => id !== undefined);

/** Whoever declares takes the action of declaring. */
export const isDeclaration = ({ declaration }: Book, { approvals }: Pick<Authority, 'approvals'>): boolean =>
  declaration !== undefined &&
  approvals.length === 1 &&
  approvals[0]?.any_of?.toSorted().join() === declaration.by.toSorted().join();
