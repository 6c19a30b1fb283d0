import type { Position } from '../../model/position.ts';
import { childrenOf, positionOf, productNodes, type SyntaxNode } from './syntax.ts';

/** Where a file ends the process with what one of these functions gave. */
export function exitPassings(file: string, root: SyntaxNode, names: ReadonlySet<string>): Position[] {
  const nodes = [...productNodes(root)];
  return nodes
    .filter((node) => isExit(node) && comesFrom(nodes, node.childForFieldName('arguments'), names))
    .map((node) => positionOf(file, node));
}

const isExit = (node: SyntaxNode) =>
  node.type === 'call_expression' && /(^|::)exit$/.test(node.childForFieldName('function')?.text ?? '');

/** How many bindings may stand between a code and the exit. */
const DEEPEST = 5;

/** A choice between other numbers (`if`, `match`, a comparison) is no passing through. */
function comesFrom(
  nodes: readonly SyntaxNode[],
  node: SyntaxNode | null,
  names: ReadonlySet<string>,
  depth = 0,
): boolean {
  if (!node || depth > DEEPEST) return false;
  if (node.type === 'if_expression' || node.type === 'match_expression') return false;
  if (node.type === 'binary_expression' && /[=<>]/.test(node.text)) return false;
  if (node.type === 'identifier' && names.has(node.text)) return true;
  if (node.type === 'identifier') {
    const binding = nodes.find(
      (each) => each.type === 'let_declaration' && each.childForFieldName('pattern')?.text === node.text,
    );
    return comesFrom(nodes, binding?.childForFieldName('value') ?? null, names, depth + 1);
  }
  return childrenOf(node).some((child) => comesFrom(nodes, child, names, depth));
}
