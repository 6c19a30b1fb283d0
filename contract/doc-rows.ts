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
  /^[\s\u00A0]*(?:[*•+–-][\s\u00A0]+)?\|?[\s\u00A0]*[`*]*([-\u2212\u2013]?\d{1,10})[`*]*(?:[\s\u00A0]*(?:\||:|=>|→|=|—|–|-)[\s\u00A0]*|[\s\u00A0]+)(\S.*)$/u;

interface Row extends DocRow {
  meaning: string;
  readonly indent: number;
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
    const match = ROW.exec(line.text);
    if (match) rows.push(rowOf(line, match));
    else if (last && isContinuation(line.text, last.indent)) last.meaning += ` ${line.text.trim()}`;
    else if (line.text.trim() !== '') found.push([]);
  }
  return found;
}

function rowOf(
  { text, file, line, column }: CommentLine,
  [, number = '', meaning = '']: RegExpExecArray,
): Row {
  const indent = text.search(/\S/);
  return {
    number: Number(number.replace(/^[^\d]/, '-')),
    meaning,
    position: { file, line, column: column + indent },
    indent,
  };
}

const isContinuation = (text: string, indent: number) =>
  text.search(/\S/) > indent && !/^\s*[*•|#-]/.test(text);

/** The first cell after the number, when the row is one of a table. */
const cell = (meaning: string) =>
  meaning
    .replace(/\s\|.*$/u, '')
    .replace(/\|\s*$/, '')
    .trim();
