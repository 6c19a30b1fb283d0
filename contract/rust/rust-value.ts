import { childrenOf, productNodes, type SyntaxNode } from './syntax.ts';

/** The constants, enums and functions of a file, by name. The first of a name stands. */
export interface RustItems {
  readonly constants: ReadonlyMap<string, SyntaxNode>;
  readonly enums: ReadonlyMap<string, SyntaxNode>;
  readonly functions: ReadonlyMap<string, SyntaxNode>;
}

export function rustItems(root: SyntaxNode): RustItems {
  const nodes = [...productNodes(root)];
  const named = (...types: string[]) =>
    new Map(
      nodes
        .filter(({ type }) => types.includes(type))
        .reverse()
        .map((node) => [node.childForFieldName('name')?.text ?? '', node]),
    );
  return {
    constants: named('const_item', 'static_item'),
    enums: named('enum_item'),
    functions: named('function_item'),
  };
}

/** How many constants may lead to one another. */
const DEEPEST = 20;

/** The number that an expression of literals, constants and enum members stands for. */
export function rustNumber(items: RustItems, node: SyntaxNode | null, depth = 0): number | undefined {
  if (!node || depth > DEEPEST) return undefined;
  const inner = (child: SyntaxNode | null | undefined) => rustNumber(items, child ?? null, depth + 1);
  if (node.type === 'integer_literal') return integer(node.text);
  if (node.type === 'unary_expression')
    return node.text.startsWith('-') ? negated(inner(childrenOf(node)[0])) : undefined;
  if (node.type === 'parenthesized_expression') return inner(childrenOf(node)[0]);
  if (node.type === 'type_cast_expression') return inner(node.childForFieldName('value'));
  if (node.type === 'identifier') return inner(items.constants.get(node.text)?.childForFieldName('value'));
  return node.type === 'scoped_identifier' ? scopedNumber(items, node, depth) : undefined;
}

function scopedNumber(items: RustItems, node: SyntaxNode, depth: number): number | undefined {
  const name = node.childForFieldName('name')?.text ?? '';
  const path = node.childForFieldName('path')?.text.split('::').at(-1) ?? '';
  const owner = items.enums.get(path);
  if (owner) return enumMembers(items, owner).find((member) => member.name === name)?.number;
  return rustNumber(items, items.constants.get(name)?.childForFieldName('value') ?? null, depth + 1);
}

export interface EnumMember {
  readonly name: string;
  readonly number: number | undefined;
  readonly node: SyntaxNode;
}

/** A member without a number has the one after its neighbour's. */
export function enumMembers(items: RustItems, owner: SyntaxNode): EnumMember[] {
  const body = owner.childForFieldName('body');
  let next: number | undefined = 0;
  return childrenOf(body ?? owner)
    .filter(({ type }) => type === 'enum_variant')
    .map((node) => {
      const value = node.childForFieldName('value');
      const number: number | undefined = value ? rustNumber(items, value) : next;
      next = number === undefined ? undefined : number + 1;
      return { name: node.childForFieldName('name')?.text ?? '', number, node };
    });
}

/** `-1_i32`, `0x10`, `1_000`. */
function integer(text: string): number | undefined {
  const plain = text.replaceAll('_', '').replace(/[iu](8|16|32|64|128|size)$/, '');
  const number = Number(plain);
  return Number.isSafeInteger(number) ? number : undefined;
}

const negated = (number: number | undefined) => (number === undefined ? undefined : 0 - number);
