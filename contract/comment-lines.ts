import type { Position } from '../model/position.ts';
import type { CommentLine } from './doc-rows.ts';

/** The lines of a block comment without its frame of asterisks. `start` is where its slash stands. */
export function blockLines(comment: string, start: Position): CommentLine[] {
  return comment.split(/\r?\n/).map((line, index) => {
    const isLast = /\*\/\s*$/.test(line);
    const body = isLast ? line.replace(/\*+\/\s*$/, '') : line;
    const mark = (index === 0 ? /^\/\*[*!]* ?/ : /^\s*\*?(?: |$)/).exec(body)?.[0] ?? '';
    const column = index === 0 ? start.column : 1;
    return {
      text: body.slice(mark.length),
      file: start.file,
      line: start.line + index,
      column: column + mark.length,
    };
  });
}
