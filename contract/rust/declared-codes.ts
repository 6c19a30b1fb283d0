import { codeName, isPrefix } from '../code-name.ts';
import type { DeclaredCode, SourceProblem } from '../contract-source.ts';
import { docLines } from './doc-lines.ts';
import { enumMembers, type RustItems, rustNumber } from './rust-value.ts';
import { positionOf, type SyntaxNode } from './syntax.ts';

interface Declared {
  readonly codes: readonly DeclaredCode[];
  readonly problems: readonly SourceProblem[];
}

/** The members of an enum, or the constants with a prefix. */
export function declaredCodes(file: string, root: SyntaxNode, items: RustItems, table: string): Declared {
  const owner = items.enums.get(table);
  const entries = owner
    ? enumMembers(items, owner)
    : constantsOf(items, table).map(([name, node]) => {
        const number = rustNumber(items, node.childForFieldName('value'));
        return { name, number, node };
      });
  if (entries.length === 0) return { codes: [], problems: [noTable(file, root, table)] };
  const prefix = isPrefix(table) ? table : '';
  return {
    codes: entries.flatMap(({ name, number, node }) => {
      if (number === undefined) return [];
      const meaning = meaningOf(file, node);
      return { number, name: codeName(name, prefix), meaning, position: positionOf(file, node) };
    }),
    problems: entries.flatMap(({ name, number, node }) =>
      number === undefined ? notConstant(file, node, name) : [],
    ),
  };
}

const constantsOf = ({ constants }: RustItems, table: string) =>
  [...constants].filter(([name]) => isPrefix(table) && name.startsWith(table)).sort(byPlace);

const byPlace = ([, one]: readonly [string, SyntaxNode], [, other]: readonly [string, SyntaxNode]) =>
  one.startPosition.row - other.startPosition.row;

function meaningOf(file: string, node: SyntaxNode): string | undefined {
  const text = docLines(file, node)
    .map((line) => line.text.trim())
    .join(' ')
    .trim();
  return text === '' ? undefined : text;
}

const noTable = (file: string, root: SyntaxNode, table: string): SourceProblem => ({
  message: isPrefix(table)
    ? `no constant in this file begins with \`${table}\``
    : `there is no enum \`${table}\` in this file`,
  hint: 'name the table of the contract anew in the registry',
  position: positionOf(file, root),
  subject: 'table',
});

const notConstant = (file: string, node: SyntaxNode, name: string): SourceProblem => ({
  message: `the number of \`${name}\` cannot be read from the text`,
  hint: 'write the number out, or read it from a constant',
  position: positionOf(file, node),
  subject: `entry ${name}`,
});
