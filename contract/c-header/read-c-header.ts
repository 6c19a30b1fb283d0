import { linePositions, type PositionOf } from '../../model/line-positions.ts';
import { blockLines } from '../comment-lines.ts';
import type { DocComment, ReadContractSource, SourceProblem, SourceRequest } from '../contract-source.ts';
import { unreadable } from '../contract-source.ts';
import { docRows } from '../doc-rows.ts';
import { type Blanked, blankOut } from './blank-out.ts';
import { declaredCodes } from './declared-codes.ts';

/** Reads macros, enums and the comment of a prototype. A header returns nothing by itself. */
export const readCHeader: ReadContractSource = (request) => {
  const { file, text, table } = request;
  const positionOf = linePositions(file, text);
  const blanked = blankOut(text);
  if (blanked.unclosedAt !== undefined) return unreadable(unclosed(positionOf(blanked.unclosedAt)));
  const prototype = request.function === undefined ? undefined : prototypeOf(blanked.code, request.function);
  if (request.function !== undefined && prototype === undefined)
    return unreadable(noFunction(positionOf(0), request.function));
  const declared = table && declaredCodes(blanked, table.name, positionOf);
  return {
    declared: declared?.codes ?? [],
    doc: prototype === undefined ? undefined : docOf(request, blanked, prototype, positionOf),
    returns: undefined,
    problems: declared?.problems ?? [],
  };
};

/** Where the statement begins that declares the function. */
function prototypeOf(code: string, name: string): number | undefined {
  const found = new RegExp(`\\b${name.replaceAll('$', '\\$')}\\s*\\(`).exec(code);
  if (!found) return undefined;
  const before = code.slice(0, found.index);
  const directive = before.search(/#[^\n]*\n(?![\s\S]*#)/);
  const end = directive < 0 ? -1 : before.indexOf('\n', directive);
  return Math.max(before.lastIndexOf(';'), before.lastIndexOf('}'), end) + 1;
}

function docOf(
  { table }: SourceRequest,
  { code, comments }: Blanked,
  prototype: number,
  positionOf: PositionOf,
): DocComment | undefined {
  const start = prototype + Math.max(0, code.slice(prototype).search(/\S/));
  const comment = comments.findLast(({ end }) => end <= start);
  if (!comment || code.slice(comment.end, start).trim() !== '') return undefined;
  const position = positionOf(comment.start);
  return {
    position,
    rows: docRows(blockLines(comment.text, position)),
    namesTable: table !== undefined && comment.text.includes(table.name),
  };
}

const noFunction = (position: SourceProblem['position'], name: string): SourceProblem => ({
  message: `there is no prototype of \`${name}\` in this file`,
  hint: 'name the function of the contract anew in the registry',
  position,
  subject: 'function',
});

const unclosed = (position: SourceProblem['position']): SourceProblem => ({
  message: 'the syntax is broken here: this comment or string never ends',
  hint: 'close it; until then nothing in this file is compared',
  position,
  subject: 'syntax',
});
