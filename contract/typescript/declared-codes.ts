import type { ts } from 'ts-morph';
import { codeName } from '../code-name.ts';
import type { DeclaredCode, SourceProblem } from '../contract-source.ts';
import { topLevel } from './binding.ts';
import { type Modules, positionAt, positionOf } from './parse.ts';
import { enumValue, propertyName, type StaticValue, staticValue, unwrapped } from './static-value.ts';

export interface Declared {
  readonly codes: readonly DeclaredCode[];
  readonly problems: readonly SourceProblem[];
}

/** The entries of a table: `{ name: { code, meaning } }`, `{ NAME: number }` or an enum. */
export function declaredCodes(modules: Modules, source: ts.SourceFile, table: string): Declared {
  const binding = topLevel(modules, source, table);
  if (binding?.kind === 'enum') return fromEnum(modules, binding.node);
  const object = binding?.kind === 'constant' ? objectOf(modules, binding.initializer) : undefined;
  if (object) return fromObject(modules, object);
  const problem = {
    message: `there is no constant table \`${table}\` in this file`,
    hint: `write \`export const ${table} = { ... }\`, or name the table of the contract anew`,
    position: positionAt(source, 0),
    subject: 'table',
  };
  return { codes: [], problems: [problem] };
}

function objectOf(modules: Modules, node: ts.Expression): ts.ObjectLiteralExpression | undefined {
  if (modules.ts.isObjectLiteralExpression(node)) return node;
  const inner = unwrapped(modules, node);
  return inner && objectOf(modules, inner);
}

function fromObject(modules: Modules, object: ts.ObjectLiteralExpression): Declared {
  const codes: DeclaredCode[] = [];
  const problems: SourceProblem[] = [];
  for (const property of object.properties) {
    const found = entries(modules, property).map(([name, value]) => declared(property, name, value));
    if (found.length === 0 || found.includes(undefined)) problems.push(notConstant(property));
    codes.push(...found.filter((code) => code !== undefined));
  }
  return { codes, problems };
}

function entries(modules: Modules, property: ts.ObjectLiteralElementLike): [string, StaticValue][] {
  const { ts } = modules;
  if (ts.isSpreadAssignment(property)) {
    const spread = staticValue(modules, property.expression);
    return typeof spread === 'object' ? Object.entries(spread) : [];
  }
  const written = ts.isPropertyAssignment(property) ? property.initializer : property.name;
  const value = written && staticValue(modules, written);
  return value === undefined ? [] : [[propertyName(modules, property.name), value]];
}

function declared(node: ts.Node, name: string, value: StaticValue): DeclaredCode | undefined {
  const { code, meaning } = typeof value === 'object' ? value : { code: value };
  if (typeof code !== 'number') return undefined;
  return {
    number: code,
    name: codeName(name),
    meaning: typeof meaning === 'string' ? meaning : undefined,
    position: positionOf(node),
  };
}

const notConstant = (property: ts.ObjectLiteralElementLike): SourceProblem => ({
  message: 'this entry of the table is not made of constants: its number cannot be read',
  hint: 'write the number out, or read it from a constant',
  position: positionOf(property),
  subject: `entry ${property.name?.getText() ?? property.getText()}`,
});

function fromEnum(modules: Modules, node: ts.EnumDeclaration): Declared {
  const values = enumValue(modules, node) as Readonly<Record<string, StaticValue>>;
  const codes = node.members.flatMap((member) => {
    const name = propertyName(modules, member.name);
    return declared(member, name, values[name] ?? '') ?? [];
  });
  return { codes, problems: [] };
}
