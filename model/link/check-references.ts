import type { NamedEvent } from '../book.ts';
import { didYouMeanHint } from '../did-you-mean.ts';
import type { Problem } from '../problem.ts';
import { code } from '../schema/words.ts';
import { COLLECTIONS } from './collections.ts';
import type { Links, Reference, ReportIn } from './link-documents.ts';

/** Words that stand where an id could stand. */
const WORDS = new Set(['commander', 'ok']);
const EVENT = 'event';

/** Places that name an event and nothing else, and one that nothing makes happen. */
export const idleEvents = ({ references }: Links, happening: ReadonlySet<string>): NamedEvent[] =>
  references
    .filter(
      ({ collections, id }) => collections.length === 1 && collections[0] === EVENT && !happening.has(id),
    )
    .map(({ id, at }) => ({ event: id, at }));

/** `events` is undefined while a part of the book could not be read: what may happen is not known then. */
export function checkReferences(
  links: Links,
  events: ReadonlySet<string> | undefined,
  reportIn: ReportIn,
): void {
  for (const reference of links.references) {
    if (resolves(reference, links, events)) continue;
    reportIn(reference.at.file)(() =>
      reference.collections.includes(EVENT)
        ? unknownEvent(reference, events as ReadonlySet<string>)
        : unknownId(reference, links),
    );
  }
}

function resolves(
  { collections, id, at }: Reference,
  links: Links,
  events: ReadonlySet<string> | undefined,
): boolean {
  return collections.some((collection) => {
    if (collection === EVENT) return events === undefined || events.has(id);
    if (WORDS.has(collection)) return id === collection;
    return (
      links.declarations.has(collection, id, at.file) || !links.declarations.isComplete(collection, at.file)
    );
  });
}

function unknownEvent({ id, at, target }: Reference, events: ReadonlySet<string>): Problem {
  const longer = [...events].find((event) => event.endsWith(`.${id}`));
  return {
    rule: 'event-is-known',
    path: at.path,
    target,
    message: `there is no event ${code(id)} in this book`,
    hint: longer === undefined ? didYouMeanHint(id, events) : `did you mean ${code(longer)}?`,
    subject: id,
  };
}

function unknownId({ collections, id, at, target }: Reference, { declarations }: Links): Problem {
  const wanted = collections.filter((collection) => !WORDS.has(collection));
  const known = collections.flatMap((collection) =>
    WORDS.has(collection) ? collection : [...declarations.ids(collection, at.file)],
  );
  const elsewhere = [...COLLECTIONS].find((collection) => declarations.has(collection, id, at.file));
  const kinds = wanted.length > 1 ? `${wanted.slice(0, -1).join(', ')} or ${wanted.at(-1)}` : wanted[0];
  return {
    rule: 'reference-resolves',
    path: at.path,
    target,
    message: `there is no ${kinds} ${code(id)} in this ${scopeWord(wanted)}`,
    hint: elsewhere ? `${code(id)} is a ${elsewhere}, here stands a ${kinds}` : didYouMeanHint(id, known),
    subject: id,
  };
}

function scopeWord(collections: readonly string[]): string {
  if (collections.includes('incident')) return 'scenario';
  return collections.some((collection) => ['step', 'phase', 'cause'].includes(collection))
    ? 'runbook'
    : 'book';
}
