import type { Citation, Source } from '../../model/generated/types.ts';

/** `a`, `b` and `c`. */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** One id or several, in code quotes. */
export const quoted = (ids: string | Iterable<string>, last = 'and'): string =>
  typeof ids === 'string'
    ? `\`${ids}\``
    : listed(
        [...ids].map((id) => `\`${id}\``),
        last,
      );

/** Ids in code quotes; of many the first few are named and the rest is counted. */
export function few(ids: Iterable<string>, limit = 4): string {
  const all = [...ids];
  if (all.length <= limit + 1) return quoted(all);
  return `${all
    .slice(0, limit)
    .map((id) => quoted(id))
    .join(', ')} and ${all.length - limit} more`;
}

/** `1 step`, `3 steps`, `2 policies`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Where the source document says it, in words: `section 3.1`, `O-104`; empty when it says nothing. */
export function cited(source: Source | undefined): string {
  const list = (citation: Citation) => listed([citation].flat());
  if (source?.section !== undefined) return `section ${list(source.section)}`;
  return source?.sheet === undefined ? '' : list(source.sheet);
}

/** ` (section 3.1)`, or nothing. */
export const citedAfter = (source: Source | undefined): string =>
  cited(source) === '' ? '' : ` (${cited(source)})`;

/** Ids, each with the place where the source document says it: `a` (section 1) and `b` (O-104). */
export const citedIds = (entities: Iterable<{ readonly id: string; readonly source: Source }>): string =>
  listed([...entities].map(({ id, source }) => `${quoted(id)}${citedAfter(source)}`));
