import type { ParsedNode } from 'yaml';

/** Offsets in UTF-16 units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An entry of a mapping, or an item of a list. */
export interface Entry {
  readonly name: string | number | undefined;
  readonly key: ParsedNode | undefined;
  readonly node: ParsedNode | undefined;
}

export interface Siblings {
  readonly entries: readonly Entry[];
  /** Written with braces or brackets. */
  readonly flow: boolean;
}

/** What goes when an entry goes: whole lines where it has its own, else what parts it from its neighbour too. */
export function chunkOf(text: string, { entries, flow }: Siblings, index: number): Span | undefined {
  const entry = entries[index];
  const mine = entry && spanOf(text, entry);
  if (!mine) return undefined;
  const lines = flow ? undefined : linesOf(text, mine, entry.key === undefined);
  if (lines) return lines;
  const next = entries[index + 1];
  const after = next && spanOf(text, next);
  if (after) return { start: mine.start, end: after.start };
  const previous = entries[index - 1];
  const before = previous && spanOf(text, previous);
  return before && { start: before.end, end: mine.end };
}

/** From the key to the end of the value, without the white space and the comments below it. */
function spanOf(text: string, { key, node }: Entry): Span | undefined {
  const start = key?.range[0] ?? node?.range[0];
  const last = node && node.range[1] > (key?.range[1] ?? 0) ? node.range[1] : key?.range[1];
  if (start === undefined || last === undefined) return undefined;
  let end = last;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

/** Undefined when something else stands on the first line: the dash of the item whose first entry this is. */
function linesOf(text: string, { start, end }: Span, isItem: boolean): Span | undefined {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const before = isItem ? /^\s*- +$/ : /^\s*$/;
  if (!before.test(text.slice(first, start))) return undefined;
  const line = text.indexOf('\n', end);
  return { start: first, end: line < 0 ? text.length : line + 1 };
}
