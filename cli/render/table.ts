import { inOneLine } from '../printable.ts';

/** A cell as it is shown, and how wide it is without its colours. */
export interface Cell {
  readonly shown: string;
  readonly wide: number;
}

/** The text may come from a book or from a file: it is one line, and steers nothing. */
export function cell(text: string, paint: (text: string) => string = (plain) => plain): Cell {
  const line = inOneLine(text);
  return { shown: paint(line), wide: line.length };
}

/** Rows in columns, two spaces apart: words to the left, numbers (columns named in `right`) to the right. */
export function columns(rows: readonly (readonly Cell[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.wide ?? 0)));
  return rows.map((row) =>
    row
      .map(({ shown, wide }, column) => {
        const gap = ' '.repeat((widths[column] as number) - wide);
        return right.has(column) ? gap + shown : shown + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A text cut to a width, with a sign that it was. */
export const fitted = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
