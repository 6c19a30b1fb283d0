import type { ReturnedValue, ReturnSite } from '../contract-source.ts';
import { armsOf, branchesOf, conditionIs, isOwnWorld, nodeEnds, statementsOf, tailOf } from './flow.ts';
import { type RustItems, rustNumber } from './rust-value.ts';
import { childrenOf, descendants, positionOf, type SyntaxNode } from './syntax.ts';

/** How many functions may hand a value on to one another. */
const DEEPEST_CALL = 4;

interface Search {
  readonly file: string;
  readonly items: RustItems;
  readonly body: SyntaxNode;
  /** With the node of this function that returns the value. */
  readonly sites: { readonly at: SyntaxNode; readonly site: ReturnSite }[];
  readonly calls: number;
}

/** Every value that a function returns, in the order of the text. Closures and inner functions return to themselves. */
export function returnSites(file: string, items: RustItems, node: SyntaxNode, calls = 0): ReturnSite[] {
  const body = node.childForFieldName('body');
  if (!body) return [];
  const search: Search = { file, items, body, sites: [], calls };
  visit(search, body, true);
  const tail = tailOf(body);
  if (tail) resolve(search, tail, !statementsOf(body).slice(0, -1).some(nodeEnds));
  return search.sites.sort((one, other) => byPlace(one.at, other.at)).map(({ site }) => site);
}

/** Finds the `return` expressions. */
function visit(search: Search, node: SyntaxNode, reachable: boolean): void {
  if (isOwnWorld(node)) return;
  if (node.type === 'return_expression') visitReturn(search, node, reachable);
  else if (node.type === 'if_expression') visitIf(search, node, reachable);
  else if (node.type === 'block') visitList(search, statementsOf(node), reachable);
  else if (node.type === 'while_expression' && conditionIs(node, 'false')) visitAll(search, node, false);
  else visitAll(search, node, reachable);
}

const visitAll = (search: Search, node: SyntaxNode, reachable: boolean): void =>
  childrenOf(node).forEach((child) => void visit(search, child, reachable));

function visitList(search: Search, statements: readonly SyntaxNode[], reachable: boolean): void {
  let live = reachable;
  for (const statement of statements) {
    visit(search, statement, live);
    live &&= !nodeEnds(statement);
  }
}

function visitIf(search: Search, node: SyntaxNode, reachable: boolean): void {
  const { taken, otherwise } = branchesOf(node);
  const condition = node.childForFieldName('condition');
  if (condition) visit(search, condition, reachable);
  if (taken) visit(search, taken, reachable && !conditionIs(node, 'false'));
  if (otherwise) visit(search, otherwise, reachable && !conditionIs(node, 'true'));
}

function visitReturn(search: Search, node: SyntaxNode, reachable: boolean): void {
  const value = childrenOf(node)[0];
  if (value) resolve(search, value, reachable);
  else add(search, node, reachable, { kind: 'dynamic', text: 'nothing' });
}

/** Follows choices, blocks, constants and functions whose result is handed on. */
function resolve(search: Search, node: SyntaxNode, reachable: boolean): void {
  const number = rustNumber(search.items, node);
  if (number !== undefined) add(search, node, reachable, { kind: 'number', number, bare: isLiteral(node) });
  else if (node.type === 'if_expression') resolveIf(search, node, reachable);
  else if (node.type === 'match_expression') for (const arm of armsOf(node)) resolve(search, arm, reachable);
  else if (node.type === 'block' || node.type === 'unsafe_block') resolveBlock(search, node, reachable);
  else if (node.type === 'parenthesized_expression')
    for (const inner of childrenOf(node)) resolve(search, inner, reachable);
  else if (!nodeEnds(node)) resolveName(search, node, reachable);
}

function resolveIf(search: Search, node: SyntaxNode, reachable: boolean): void {
  const { taken, otherwise } = branchesOf(node);
  if (taken) resolve(search, taken, reachable && !conditionIs(node, 'false'));
  if (otherwise) resolve(search, otherwise, reachable && !conditionIs(node, 'true'));
}

function resolveBlock(search: Search, node: SyntaxNode, reachable: boolean): void {
  const block = node.type === 'block' ? node : childrenOf(node).find(({ type }) => type === 'block');
  const tail = block && tailOf(block);
  if (block && tail) resolve(search, tail, reachable && !statementsOf(block).slice(0, -1).some(nodeEnds));
}

/** A local that is bound once, or the result of another function of the file. */
function resolveName(search: Search, node: SyntaxNode, reachable: boolean): void {
  const { file, items, calls } = search;
  const local = node.type === 'identifier' ? localValue(search.body, node.text) : undefined;
  if (local) {
    resolve(search, local, reachable);
    return;
  }
  const callee = node.type === 'call_expression' ? node.childForFieldName('function')?.text : undefined;
  const called = callee === undefined ? undefined : items.functions.get(callee);
  // A call that no run gets to is one finding, not one for each value it might have given.
  if (!called || calls >= DEEPEST_CALL || !reachable) {
    add(search, node, reachable, { kind: 'dynamic', text: node.text });
    return;
  }
  for (const site of returnSites(file, items, called, calls + 1))
    search.sites.push({ at: node, site: { ...site, reachable: site.reachable && reachable } });
}

function localValue(body: SyntaxNode, name: string): SyntaxNode | undefined {
  const bindings = [...descendants(body)].filter(
    (node) => node.type === 'let_declaration' && node.childForFieldName('pattern')?.text === name,
  );
  const isMutable = bindings.some((node) =>
    childrenOf(node).some(({ type }) => type === 'mutable_specifier'),
  );
  const value = bindings.length === 1 && !isMutable ? bindings[0]?.childForFieldName('value') : undefined;
  return value && value.text !== name ? value : undefined;
}

const isLiteral = ({ text }: SyntaxNode) => /^-?\s*\d/.test(text);

function add({ file, sites }: Search, node: SyntaxNode, reachable: boolean, value: ReturnedValue): void {
  sites.push({ at: node, site: { value, reachable, position: positionOf(file, node) } });
}

const byPlace = ({ startPosition: one }: SyntaxNode, { startPosition: other }: SyntaxNode) =>
  one.row - other.row || one.column - other.column;
