import { childrenOf, descendants, isComment, type SyntaxNode } from './syntax.ts';

/** Nodes that return to themselves. */
const OWN_RETURNS = new Set(['closure_expression', 'function_item', 'async_block', 'macro_definition']);
const NEVER_RETURNS =
  /^(panic|unreachable|todo|unimplemented)\s*!|^(::)?(std::|core::)?process::(exit|abort)\s*\(/;

export const isOwnWorld = ({ type }: SyntaxNode): boolean => OWN_RETURNS.has(type);

/** What a block evaluates to: its last expression, when no semicolon ends it. */
export function tailOf(block: SyntaxNode): SyntaxNode | undefined {
  const last = statementsOf(block).at(-1);
  if (!last || last.type.endsWith('_item') || last.type === 'let_declaration') return undefined;
  if (last.type !== 'expression_statement') return last;
  return last.text.endsWith(';') ? undefined : childrenOf(last).find((child) => !isComment(child));
}

export const statementsOf = (block: SyntaxNode): SyntaxNode[] =>
  childrenOf(block).filter((child) => !isComment(child) && child.type !== 'label');

/** Whether no run goes on behind this statement. What the text does not show for certain counts as going on. */
export function nodeEnds(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'return_expression':
      return true;
    case 'expression_statement':
    case 'unsafe_block':
    case 'parenthesized_expression':
      return childrenOf(node).some(nodeEnds);
    case 'block':
      return statementsOf(node).some(nodeEnds);
    case 'macro_invocation':
    case 'call_expression':
      return NEVER_RETURNS.test(node.text);
    case 'if_expression':
      return ifEnds(node);
    case 'match_expression':
      return armsOf(node).length > 0 && armsOf(node).every(nodeEnds);
    case 'loop_expression':
      return ![...descendants(node, (inner) => !isOwnWorld(inner))].some(
        ({ type }) => type === 'break_expression',
      );
    default:
      return false;
  }
}

function ifEnds(node: SyntaxNode): boolean {
  const { taken, otherwise } = branchesOf(node);
  if (conditionIs(node, 'true')) return taken !== null && nodeEnds(taken);
  return taken !== null && otherwise !== undefined && nodeEnds(taken) && nodeEnds(otherwise);
}

export const conditionIs = (node: SyntaxNode, word: 'true' | 'false'): boolean =>
  node.childForFieldName('condition')?.text === word;

export function branchesOf(node: SyntaxNode) {
  const clause = node.childForFieldName('alternative');
  return {
    taken: node.childForFieldName('consequence'),
    otherwise: clause ? childrenOf(clause).find((child) => !isComment(child)) : undefined,
  };
}

/** The values of the arms of a `match`. */
export const armsOf = (node: SyntaxNode): SyntaxNode[] =>
  childrenOf(node.childForFieldName('body') ?? node).flatMap((arm) => arm.childForFieldName('value') ?? []);
