import { blockLines } from '../comment-lines.ts';
import type { CommentLine } from '../doc-rows.ts';
import { childrenOf, isComment, positionOf, type SyntaxNode } from './syntax.ts';

/** The doc comment above an item, attributes in between left out. */
export function docLines(file: string, item: SyntaxNode): CommentLine[] {
  const comments: SyntaxNode[] = [];
  for (let before = item.previousNamedSibling; before; before = before.previousNamedSibling) {
    if (isComment(before)) comments.unshift(before);
    else if (before.type !== 'attribute_item') break;
  }
  return comments
    .filter(({ text }) => /^(\/\/\/(?!\/)|\/\*\*)/.test(text))
    .flatMap((each) => linesOf(file, each));
}

/** The doc comment of the file itself: `//!` and `/*!`. */
export const fileDocLines = (file: string, root: SyntaxNode): CommentLine[] =>
  childrenOf(root)
    .filter((node) => isComment(node) && /^\/[/*]!/.test(node.text))
    .flatMap((node) => linesOf(file, node));

function linesOf(file: string, comment: SyntaxNode): CommentLine[] {
  const start = positionOf(file, comment);
  if (comment.text.startsWith('/*')) return blockLines(comment.text, start);
  const mark = /^\/\/[/!] ?/.exec(comment.text)?.[0] ?? '';
  return [
    {
      text: comment.text.slice(mark.length).trimEnd(),
      file,
      line: start.line,
      column: start.column + mark.length,
    },
  ];
}
