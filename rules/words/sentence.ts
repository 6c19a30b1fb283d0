import type { Citation, Source } from '../../model/generated/types.ts';

/** `a`, `b` and `c`. */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export const quoted = (ids: readonly string[], last = 'and'): string =>
  listed(
    ids.map((id) => `\`${id}\``),
    last,
  );

/** `1 step`, `3 steps`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Where the source document says it, in words: `section 3.1`, `O-104`; empty when it says nothing. */
export function cited(source: Source | undefined): string {
  const list = (citation: Citation) => listed([citation].flat());
  if (source?.section !== undefined) return `section ${list(source.section)}`;
  return source?.sheet === undefined ? '' : list(source.sheet);
}

/** ` (section 3.1)`, or nothing. */
export const citedAfter = (source: Source | undefined): string =>
  cited(source) === '' ? '' : ` (${cited(source)})`;
