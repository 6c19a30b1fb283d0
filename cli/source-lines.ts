import type { FoundBook } from './load-books.ts';

/** A line of a file of these books, counted from 1; undefined where the file could not be read. */
export function sourceLines(books: readonly FoundBook[]): (file: string, line: number) => string | undefined {
  const split = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const text = books.map(({ loaded }) => loaded.text(file)).find((found) => found !== undefined);
    return text ? text.split(/\r?\n/) : [];
  };
  return (file, line) => {
    const lines = split.get(file) ?? linesOf(file);
    split.set(file, lines);
    return lines[line - 1];
  };
}
