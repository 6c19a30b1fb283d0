import type { ts } from 'ts-morph';
import { type Binding, bindingOf } from './binding.ts';
import type { Modules } from './parse.ts';

/** A value that the text alone tells. */
export type StaticValue = string | number | boolean | { readonly [key: string]: StaticValue };

/** How many constants may lead to one another. */
const DEEPEST = 20;

/** The value of an expression that is made of literals and constants only; undefined for any other. */
export function staticValue(modules: Modules, node: ts.Node, depth = 0): StaticValue | undefined {
  const { ts } = modules;
  if (depth > DEEPEST) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isPrefixUnaryExpression(node)) return signed(modules, node, depth);
  if (ts.isBinaryExpression(node)) return joined(modules, node, depth);
  if (ts.isObjectLiteralExpression(node)) return objectValue(modules, node, depth);
  if (ts.isIdentifier(node)) return bound(modules, bindingOf(modules, node), depth);
  const inner = unwrapped(modules, node);
  if (inner) return staticValue(modules, inner, depth + 1);
  const member = memberOf(modules, node, depth);
  if (!member) return undefined;
  const object = staticValue(modules, member.object, depth + 1);
  return own(object, member.key);
}

/** `(x)`, `x as const`, `x satisfies T`, `x!` and `Object.freeze(x)` are x. */
export function unwrapped({ ts }: Modules, node: ts.Node): ts.Expression | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return node.expression;
  if (ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) return node.expression;
  if (ts.isTypeAssertionExpression(node)) return node.expression;
  const isFreeze = ts.isCallExpression(node) && node.expression.getText() === 'Object.freeze';
  return isFreeze ? node.arguments[0] : undefined;
}

function memberOf(
  modules: Modules,
  node: ts.Node,
  depth: number,
): { object: ts.Expression; key: string } | undefined {
  const { ts } = modules;
  if (ts.isPropertyAccessExpression(node)) return { object: node.expression, key: node.name.text };
  if (!ts.isElementAccessExpression(node)) return undefined;
  const key = staticValue(modules, node.argumentExpression, depth + 1);
  return typeof key === 'string' || typeof key === 'number'
    ? { object: node.expression, key: String(key) }
    : undefined;
}

function signed(modules: Modules, node: ts.PrefixUnaryExpression, depth: number): number | undefined {
  const value = staticValue(modules, node.operand, depth + 1);
  if (typeof value !== 'number') return undefined;
  if (node.operator === modules.ts.SyntaxKind.MinusToken) return 0 - value;
  return node.operator === modules.ts.SyntaxKind.PlusToken ? value : undefined;
}

function joined(modules: Modules, node: ts.BinaryExpression, depth: number): StaticValue | undefined {
  if (node.operatorToken.kind !== modules.ts.SyntaxKind.PlusToken) return undefined;
  const left = staticValue(modules, node.left, depth + 1);
  const right = staticValue(modules, node.right, depth + 1);
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  return typeof left === 'string' && typeof right === 'string' ? left + right : undefined;
}

function objectValue(
  modules: Modules,
  node: ts.ObjectLiteralExpression,
  depth: number,
): StaticValue | undefined {
  const entries: [string, StaticValue][] = [];
  for (const property of node.properties) {
    const found = propertyValue(modules, property, depth + 1);
    if (found === undefined) return undefined;
    entries.push(...found);
  }
  return Object.fromEntries(entries);
}

function propertyValue(
  modules: Modules,
  property: ts.ObjectLiteralElementLike,
  depth: number,
): [string, StaticValue][] | undefined {
  const { ts } = modules;
  if (ts.isSpreadAssignment(property)) {
    const spread = staticValue(modules, property.expression, depth);
    return typeof spread === 'object' ? Object.entries(spread) : undefined;
  }
  const expression = ts.isPropertyAssignment(property)
    ? property.initializer
    : ts.isShorthandPropertyAssignment(property)
      ? property.name
      : undefined;
  const value = expression && staticValue(modules, expression, depth);
  return value === undefined ? undefined : [[propertyName(modules, property.name), value]];
}

export const propertyName = ({ ts }: Modules, name: ts.PropertyName | undefined): string => {
  if (name === undefined) return '';
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : name.getText();
};

function bound(modules: Modules, binding: Binding | undefined, depth: number): StaticValue | undefined {
  if (!binding) return undefined;
  if (binding.kind === 'enum') return enumValue(modules, binding.node, depth + 1);
  if (binding.kind !== 'constant') return undefined;
  const whole = staticValue(modules, binding.initializer, depth + 1);
  if (binding.key === undefined) return whole;
  return own(whole, binding.key);
}

export function enumValue(modules: Modules, node: ts.EnumDeclaration, depth = 0): StaticValue {
  let next = 0;
  const entries: [string, StaticValue][] = [];
  for (const { name, initializer } of node.members) {
    const value = initializer ? staticValue(modules, initializer, depth + 1) : next;
    if (value === undefined) continue;
    entries.push([propertyName(modules, name), value]);
    next = typeof value === 'number' ? value + 1 : Number.NaN;
  }
  return Object.fromEntries(entries);
}

const own = (object: StaticValue | undefined, key: string): StaticValue | undefined =>
  typeof object === 'object' && Object.hasOwn(object, key) ? object[key] : undefined;
