import type { Book } from '../../model/book.ts';

/** The next role of the book that somebody else holds. */
export function otherRole({ roles }: Book, role: string): string | undefined {
  const all = [...roles.values()];
  const place = all.findIndex(({ id }) => id === role);
  const later = [...all.slice(place + 1), ...all.slice(0, Math.max(0, place))];
  return later.find(({ held_by }) => held_by !== roles.get(role)?.held_by)?.id;
}
