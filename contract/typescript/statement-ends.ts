import type { ts } from 'ts-morph';
import type { TypeScript } from './parse.ts';

/** Whether no run goes on behind this statement. What the text does not show for certain counts as going on. */
export function statementEnds(ts: TypeScript, node: ts.Statement): boolean {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true;
  if (ts.isBlock(node)) return node.statements.some((inner) => statementEnds(ts, inner));
  if (ts.isIfStatement(node)) return ifEnds(ts, node);
  if (ts.isWhileStatement(node)) return isAlways(ts, node.expression) && !breaksOut(ts, node.statement);
  if (ts.isTryStatement(node)) {
    if (node.finallyBlock && statementEnds(ts, node.finallyBlock)) return true;
    return (
      statementEnds(ts, node.tryBlock) && (!node.catchClause || statementEnds(ts, node.catchClause.block))
    );
  }
  return ts.isSwitchStatement(node) && switchEnds(ts, node);
}

function ifEnds(ts: TypeScript, { expression, thenStatement, elseStatement }: ts.IfStatement): boolean {
  if (isAlways(ts, expression)) return statementEnds(ts, thenStatement);
  if (isNever(ts, expression)) return elseStatement !== undefined && statementEnds(ts, elseStatement);
  if (elseStatement === undefined) return false;
  return statementEnds(ts, thenStatement) && statementEnds(ts, elseStatement);
}

function switchEnds(ts: TypeScript, { caseBlock }: ts.SwitchStatement): boolean {
  const { clauses } = caseBlock;
  const last = clauses.at(-1);
  if (!last || !clauses.some(ts.isDefaultClause) || breaksOut(ts, caseBlock)) return false;
  return last.statements.some((inner) => statementEnds(ts, inner));
}

/** Any `break` below, loops and functions inside aside. */
function breaksOut(ts: TypeScript, node: ts.Node): boolean {
  if (ts.isBreakStatement(node)) return true;
  const isOwn = ts.isIterationStatement(node, false) || ts.isFunctionLike(node);
  return !isOwn && ts.forEachChild(node, (child) => (breaksOut(ts, child) ? true : undefined)) === true;
}

export const isNever = (ts: TypeScript, node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.FalseKeyword;

export const isAlways = (ts: TypeScript, node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.TrueKeyword;
