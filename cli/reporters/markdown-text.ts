import { inOneLine } from '../printable.ts';

/** Longer texts make a table unreadable. */
const LONGEST = 400;

/**
 * Text of a book as Markdown of GitHub, inside a line or a table cell: nothing in it is markup, HTML, a link, a mention or
 * a formula. What stands between backticks becomes code.
 */
export function markdownText(text: string): string {
  const line = inOneLine(text);
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return shown
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 1 ? `<code>${escaped(piece)}</code>` : escaped(piece)))
    .join('');
}

/** A character reference is never markup (CommonMark 0.31, section 2.5); U+2060, of no width, breaks autolinks and mentions. */
const escaped = (text: string) =>
  text
    .replace(/[&<>"|\\`*_[\]~$#@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/&#(?:35|64);|:(?=\/\/)|www(?=\.)/gi, '$&&#8288;');

/** A table of GitHub Flavored Markdown; the cells are Markdown already. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => [row(head), row(head.map(() => '---')), ...rows.map(row)];

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
