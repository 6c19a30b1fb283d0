import { ts } from 'ts-morph';
import { isServer } from './rooms.ts';
import { lineOf, nodesOf, type Source } from './sources.ts';

/** Globals through which the world leaks in: terminal, process, clock, network. */
const GLOBALS = new Set([
  'console',
  'process',
  'globalThis',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
]);
const MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'AbortSignal.timeout',
  'crypto.getRandomValues',
  'crypto.randomUUID',
]);

/** Complaints about clock, chance, terminal and process in a pure room, each as `file:line: sentence`. */
export function impurities(source: Source): string[] {
  if (isServer(source.path)) return [];
  return [...nodesOf(source.ast)].flatMap((node) => {
    const what = impurity(node);
    return what === undefined ? [] : [`${source.path}:${lineOf(node)}: ${what} is for cli/ only`];
  });
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
  if (ts.isPropertyAccessExpression(node) && MEMBERS.has(node.getText())) return node.getText();
  if (ts.isIdentifier(node) && GLOBALS.has(node.text) && isUse(node)) return node.text;
  return undefined;
}

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;

/** Not a property, a declared name or a type: the global itself. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isExpressionStatement(parent) || ts.isElementAccessExpression(parent)) return true;
  if (ts.isCallOrNewExpression(parent) || ts.isBinaryExpression(parent)) return true;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return (
    ts.isShorthandPropertyAssignment(parent) || ts.isSpreadAssignment(parent) || ts.isReturnStatement(parent)
  );
}
