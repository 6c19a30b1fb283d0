import type { ts } from 'ts-morph';
import type { Position } from '../../model/position.ts';
import { bindingOf } from './binding.ts';
import { type Modules, positionOf } from './parse.ts';

/** How many constants may stand between a code and the exit. */
const DEEPEST = 5;

/** Where a file ends the process with something that it has from one of these names. */
export function exitPassings(
  modules: Modules,
  source: ts.SourceFile,
  names: ReadonlySet<string>,
): Position[] {
  const { ts } = modules;
  const found: Position[] = [];
  const visit = (node: ts.Node): void => {
    const status = exitStatus(ts, node);
    if (status && comesFrom(modules, status, names)) found.push(positionOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The status in `process.exit(status)`, `exit(status)` and `process.exitCode = status`. */
function exitStatus(ts: Modules['ts'], node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && /^(process\.)?exit$/.test(node.expression.getText()))
    return node.arguments[0];
  const isAssignment = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment && node.left.getText() === 'process.exitCode' ? node.right : undefined;
}

/** Whether the value is what one of the names gives. A comparison or a condition gives something else. */
function comesFrom(modules: Modules, node: ts.Node, names: ReadonlySet<string>, depth = 0): boolean {
  const { ts } = modules;
  const from = (inner: ts.Node) => comesFrom(modules, inner, names, depth);
  if (ts.isConditionalExpression(node)) return from(node.whenTrue) || from(node.whenFalse);
  if (ts.isBinaryExpression(node) && isComparison(ts, node.operatorToken.kind)) return false;
  if (ts.isIdentifier(node)) {
    if (names.has(node.text)) return true;
    const binding = depth < DEEPEST ? bindingOf(modules, node) : undefined;
    return binding?.kind === 'constant' && comesFrom(modules, binding.initializer, names, depth + 1);
  }
  // In `EXIT_CODES[x]` and `f(x)` the value is another table's, or another function's.
  if (ts.isElementAccessExpression(node) || ts.isCallExpression(node)) return from(node.expression);
  if (ts.isPropertyAccessExpression(node)) return from(node.expression);
  return ts.forEachChild(node, (child) => (from(child) ? true : undefined)) === true;
}

const isComparison = (ts: Modules['ts'], kind: ts.SyntaxKind) =>
  [
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ts.SyntaxKind.EqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsToken,
    ts.SyntaxKind.LessThanToken,
    ts.SyntaxKind.GreaterThanToken,
    ts.SyntaxKind.LessThanEqualsToken,
    ts.SyntaxKind.GreaterThanEqualsToken,
  ].includes(kind);
