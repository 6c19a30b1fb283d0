import type { Blanked, CComment } from './blank-out.ts';

/** The comment behind an entry on its line, else the one on the lines right above it. */
export function commentOf(
  { code, comments }: Blanked,
  { start, end }: { readonly start: number; readonly end: number },
): string | undefined {
  const lineEnd = code.indexOf('\n', start) < 0 ? code.length : code.indexOf('\n', start);
  const behind = comments.find((comment) => comment.start >= start && comment.start < Math.max(lineEnd, end));
  if (behind) return wordsOf(behind);
  const lineStart = code.lastIndexOf('\n', start) + 1;
  const above = comments.findLast((comment) => comment.end <= lineStart);
  const isNext =
    above && code.slice(above.end, lineStart).trim() === '' && gap(code, above.end, lineStart) <= 1;
  return isNext && standsAlone(code, above) ? wordsOf(above) : undefined;
}

const gap = (code: string, from: number, to: number) => code.slice(from, to).split('\n').length - 1;

const standsAlone = (code: string, { start }: CComment) =>
  code.slice(code.lastIndexOf('\n', start) + 1, start).trim() === '';

function wordsOf({ text }: CComment): string | undefined {
  const words = text
    .replace(/^\/\*[*!]?<?|\*+\/$|^\/\/[/!]?<?/g, '')
    .replace(/^\s*\*(?: |$)/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}
