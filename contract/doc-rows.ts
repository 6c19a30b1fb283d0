import type { DocRow } from './contract-source.ts';
import { plainWords } from './same-words.ts';

/** A line of a comment without its comment marks, and where its text begins. */
export interface CommentLine {
  readonly text: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * A row: `-1  meaning`, as an item of a list, a row of a table or a line by itself. The minus may be typographic; a dash
 * with a space after it is the mark of a list.
 */
const ROW =
  /^(\s*(?:[*•+–-]\s+)?\|?\s*[`*]*)([-\u2212\u2013]?\d{1,10})[`*]*(?:\s*(?:\||:|=>|→|=|—)\s*|\s+[–-]\s+|\s+)(\S.*)$/u;

interface Row extends DocRow {
  meaning: string;
  readonly indent: number;
  /** Where the number ends. */
  readonly end: number;
  /** Whether it stands in a list, a table or a code span. */
  readonly marked: boolean;
}

/** One row by itself is prose that happens to begin with a number. */
const FEWEST = 2;

/** The codes that a comment lists, row under row. A line that goes on, indented, belongs to its row. */
export function docRows(lines: readonly CommentLine[]): DocRow[] {
  return groups(lines)
    .filter((rows) => rows.length >= FEWEST)
    .flat()
    .map(({ number, meaning, position }) => ({ number, meaning: cell(meaning), position }))
    .filter(({ meaning }) => plainWords(meaning) !== '');
}

function groups(lines: readonly CommentLine[]): Row[][] {
  const found: Row[][] = [[]];
  for (const line of lines) {
    const rows = found.at(-1) as Row[];
    const last = rows.at(-1);
    const row = rowOf(line);
    if (row && !(last && goesOn(last, row))) rows.push(row);
    else if (last && isContinuation(line.text, last.indent)) last.meaning += ` ${line.text.trim()}`;
    else if (line.text.trim() !== '') found.push([]);
  }
  return found;
}

function rowOf({ text, file, line, column }: CommentLine): Row | undefined {
  const match = ROW.exec(text);
  if (!match) return undefined;
  const [, before = '', number = '', meaning = ''] = match;
  const indent = text.search(/\S/);
  return {
    number: Number(number.replace(/^[^\d]/, '-')),
    meaning,
    position: { file, line, column: column + indent },
    indent,
    end: before.length + number.length,
    marked: before.trim() !== '',
  };
}

/** `48 bytes` at the head of a line that goes on: beyond the number above it, or without the mark of the rows. */
const goesOn = (last: Row, row: Row): boolean =>
  row.indent > last.end || (last.marked && !row.marked && row.indent > last.indent);

const isContinuation = (text: string, indent: number) =>
  text.search(/\S/) > indent && !/^\s*[*•|#-]/.test(text);

/** The first cell after the number, when the row is one of a table. */
const cell = (meaning: string) =>
  meaning
    .replace(/\s\|.*$/u, '')
    .replace(/\|\s*$/, '')
    .trim();
