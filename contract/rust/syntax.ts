import type { Position } from '../../model/position.ts';
import type { SourceProblem } from '../contract-source.ts';

/** What is used of a syntax tree; the nodes of web-tree-sitter fit. */
export interface SyntaxNode {
  readonly type: string;
  readonly text: string;
  /** From 0, columns in UTF-16 units. */
  readonly startPosition: { readonly row: number; readonly column: number };
  readonly namedChildren: readonly (SyntaxNode | null)[];
  readonly parent: SyntaxNode | null;
  readonly previousNamedSibling: SyntaxNode | null;
  readonly hasError: boolean;
  readonly isError: boolean;
  readonly isMissing: boolean;
  childForFieldName(name: string): SyntaxNode | null;
}

/** Text to the root of its tree: the grammar is loaded by the caller. */
export type ParseRust = (text: string) => SyntaxNode;

export const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.namedChildren.filter((child) => child !== null);

export const isComment = ({ type }: SyntaxNode): boolean =>
  type === 'line_comment' || type === 'block_comment';

export const positionOf = (file: string, { startPosition: { row, column } }: SyntaxNode): Position => ({
  file,
  line: row + 1,
  column: column + 1,
});

/** The node and all below it that `enter` lets in, in the order of the text. */
export function* descendants(
  node: SyntaxNode,
  enter: (node: SyntaxNode) => boolean = () => true,
): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) if (enter(child)) yield* descendants(child, enter);
}

/** Outside of modules that only tests compile. */
export const productNodes = (root: SyntaxNode): Generator<SyntaxNode> =>
  descendants(root, (node) => !isTestOnly(node));

function isTestOnly(node: SyntaxNode): boolean {
  for (let before = node.previousNamedSibling; before; before = before.previousNamedSibling) {
    if (before.type === 'attribute_item') {
      if (/^#\[\s*(cfg\s*\(\s*test\s*\)|(\w+::)?test\b)/.test(before.text)) return true;
    } else if (!isComment(before)) return false;
  }
  return false;
}

const isBroken = ({ isError, isMissing }: SyntaxNode): boolean => isError || isMissing;

export function syntaxProblem(file: string, root: SyntaxNode): SourceProblem | undefined {
  if (!root.hasError) return undefined;
  // One slip may throw the parser off from the first line on: the innermost place says it best.
  const broken = [...descendants(root)].filter(isBroken);
  const [first = root] = broken.filter((node) => !childrenOf(node).some(({ hasError }) => hasError));
  return {
    message: first.isMissing
      ? `the syntax is broken here: \`${first.type}\` is missing`
      : 'the syntax is broken here',
    hint: 'mend the syntax; until then nothing in this file is compared',
    position: positionOf(file, first),
    subject: 'syntax',
  };
}
