import { lineDiff } from './line-diff.ts';

/** Lines of the text as it is, from 1, that an edit takes away; of one that only adds, the lines beside it. */
export function touchedLines(before: string, after: string): number[] {
  const { line, lines } = lineDiff(before, after);
  const touched: number[] = [];
  let at = line;
  for (const each of lines) {
    if (each.startsWith('-')) touched.push(at);
    if (!each.startsWith('+')) at++;
  }
  return touched.length > 0 ? touched : [line - 1, line];
}
