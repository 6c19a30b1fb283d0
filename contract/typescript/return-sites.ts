import type { ts } from 'ts-morph';
import { codeName } from '../code-name.ts';
import type { ReturnedValue, ReturnSite } from '../contract-source.ts';
import { bindingOf } from './binding.ts';
import { type Modules, positionOf } from './parse.ts';
import { isAlways, isNever, statementEnds } from './statement-ends.ts';
import { staticValue, unwrapped } from './static-value.ts';

/** How many functions may hand a value on to one another. */
const DEEPEST_CALL = 4;

interface Search {
  readonly modules: Modules;
  readonly sites: ReturnSite[];
  readonly calls: number;
}

/** Every value that a function returns, in the order of the text. Functions inside it return to themselves. */
export function returnSites(modules: Modules, node: ts.FunctionLikeDeclaration, calls = 0): ReturnSite[] {
  const search: Search = { modules, sites: [], calls };
  const { body } = node;
  if (!body) return [];
  if (modules.ts.isBlock(body)) visit(search, body, true);
  else resolve(search, body, true);
  return search.sites;
}

function visit(search: Search, node: ts.Node, reachable: boolean): void {
  const { ts } = search.modules;
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
  if (ts.isReturnStatement(node)) visitReturn(search, node, reachable);
  else if (ts.isIfStatement(node)) visitIf(search, node, reachable);
  else if (ts.isWhileStatement(node))
    visit(search, node.statement, reachable && !isNever(ts, node.expression));
  else if (ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) visitList(search, node.statements, reachable);
  else ts.forEachChild(node, (child) => visit(search, child, reachable));
}

function visitList(search: Search, statements: readonly ts.Statement[], reachable: boolean): void {
  let live = reachable;
  for (const statement of statements) {
    visit(search, statement, live);
    live &&= !statementEnds(search.modules.ts, statement);
  }
}

function visitIf(search: Search, node: ts.IfStatement, reachable: boolean): void {
  const { ts } = search.modules;
  visit(search, node.thenStatement, reachable && !isNever(ts, node.expression));
  if (node.elseStatement) visit(search, node.elseStatement, reachable && !isAlways(ts, node.expression));
}

function visitReturn(search: Search, node: ts.ReturnStatement, reachable: boolean): void {
  if (node.expression) resolve(search, node.expression, reachable);
  else add(search, node, reachable, { kind: 'dynamic', text: 'nothing' });
}

/** Follows choices, constants and functions whose result is handed on. */
function resolve(search: Search, node: ts.Expression, reachable: boolean): void {
  const { modules } = search;
  const { ts } = modules;
  const inner = ts.isAwaitExpression(node) ? node.expression : unwrapped(modules, node);
  if (inner) resolve(search, inner, reachable);
  else if (ts.isConditionalExpression(node)) {
    resolve(search, node.whenTrue, reachable && !isNever(ts, node.condition));
    resolve(search, node.whenFalse, reachable && !isAlways(ts, node.condition));
  } else resolveValue(search, node, reachable);
}

function resolveValue(search: Search, node: ts.Expression, reachable: boolean): void {
  const { modules } = search;
  const value = staticValue(modules, node);
  const chosen = value === undefined ? constantChoice(modules, node) : undefined;
  if (chosen) resolve(search, chosen, reachable);
  else if (value === undefined) handOn(search, node, reachable);
  else add(search, node, reachable, returned(node, value, modules.ts));
}

/** `const code = isGood ? 1 : 0`: the choice behind the name. */
function constantChoice(modules: Modules, node: ts.Expression): ts.Expression | undefined {
  if (!modules.ts.isIdentifier(node)) return undefined;
  const binding = bindingOf(modules, node);
  return binding?.kind === 'constant' && binding.key === undefined ? binding.initializer : undefined;
}

function handOn(search: Search, node: ts.Expression, reachable: boolean): void {
  const { modules, calls } = search;
  const { ts } = modules;
  const callee = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression : undefined;
  const binding = callee && calls < DEEPEST_CALL ? bindingOf(modules, callee) : undefined;
  // A call that no run gets to is one finding, not one for each value it might have given.
  if (binding?.kind !== 'function' || !reachable) {
    add(search, node, reachable, { kind: 'dynamic', text: node.getText() });
    return;
  }
  for (const site of returnSites(modules, binding.node, calls + 1))
    search.sites.push({ ...site, reachable: site.reachable && reachable });
}

function returned(node: ts.Expression, value: unknown, ts: Modules['ts']): ReturnedValue {
  if (typeof value === 'string') return { kind: 'name', name: codeName(value) };
  if (typeof value !== 'number') return { kind: 'dynamic', text: node.getText() };
  const bare = ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node);
  return { kind: 'number', number: value, bare };
}

function add({ sites }: Search, node: ts.Node, reachable: boolean, value: ReturnedValue): void {
  sites.push({ value, reachable, position: positionOf(node) });
}
