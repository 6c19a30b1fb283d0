import type { PositionOf } from '../../model/line-positions.ts';
import { codeName, isPrefix } from '../code-name.ts';
import type { DeclaredCode, SourceProblem } from '../contract-source.ts';
import type { Blanked } from './blank-out.ts';
import { commentOf } from './comment-of.ts';

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const DEFINE = /^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+(\S(?:[^\n]*\S)?)[ \t\r]*$/gm;
const ENUM = /\benum\b\s*(\w*)\s*\{([^}]{0,50000})\}\s*(\w*)/g;
const MEMBER = /(\w+)\s*(?:=([^,]*))?(?:,|$)/g;

/** The macros with a prefix, or the members of an enum: `#define X (-1)`, `enum name { X = -1 }`. */
export function declaredCodes(blanked: Blanked, table: string, positionOf: PositionOf) {
  const entries = isPrefix(table) ? defines(blanked.code, table) : members(blanked.code, table);
  const numbers = numbersOf(entries, blanked.code);
  const codes: DeclaredCode[] = [];
  const problems: SourceProblem[] = [];
  for (const entry of entries) {
    const position = positionOf(entry.start);
    const number = numbers.get(entry);
    const name = codeName(entry.name, isPrefix(table) ? table : '');
    if (number === undefined) problems.push(notConstant(entry, position));
    else codes.push({ number, name, meaning: commentOf(blanked, entry), position });
  }
  if (entries.length === 0) problems.push(noTable(table, positionOf(0)));
  return { codes, problems };
}

function defines(code: string, prefix: string): Entry[] {
  return [...code.matchAll(DEFINE)]
    .map(({ 0: all, 1: name = '', 2: value = '', index }) => {
      const start = index + all.indexOf(name);
      return { name, value, start, end: index + all.length };
    })
    .filter(({ name }) => name.startsWith(prefix));
}

/** `enum name { ... }` and `typedef enum { ... } name`. */
function members(code: string, table: string): Entry[] {
  for (const found of code.matchAll(ENUM)) {
    const [all, tag, body = '', alias] = found;
    if (tag !== table && alias !== table) continue;
    const from = found.index + all.indexOf('{') + 1;
    return [...body.matchAll(MEMBER)].map((member) => ({
      name: member[1] ?? '',
      value: member[2]?.trim() ?? '',
      start: from + member.index,
      end: from + member.index + member[0].length,
    }));
  }
  return [];
}

/** A member without a number has the one after its neighbour's; a value may be the name of another. */
function numbersOf(entries: readonly Entry[], code: string): Map<Entry, number> {
  const macros = new Map(defines(code, '').map(({ name, value }) => [name, value]));
  const known = new Map<string, number>();
  const numbers = new Map<Entry, number>();
  let next: number | undefined = 0;
  for (const entry of entries) {
    const number: number | undefined = entry.value === '' ? next : numberOf(entry.value, known, macros);
    next = number === undefined ? undefined : number + 1;
    if (number === undefined) continue;
    known.set(entry.name, number);
    numbers.set(entry, number);
  }
  return numbers;
}

const DEEPEST = 8;

function numberOf(
  text: string,
  known: ReadonlyMap<string, number>,
  macros: ReadonlyMap<string, string>,
  depth = 0,
): number | undefined {
  const bare = text.replace(/^\s*\((.*)\)\s*$/, '$1').trim();
  const literal = /^([-+]?)\s*(0[xX][\da-fA-F]+|\d+)[uUlL]*$/.exec(bare);
  if (literal) {
    const digits = literal[2] ?? '';
    const size = /^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
    return literal[1] === '-' ? 0 - size : size;
  }
  const other = macros.get(bare);
  return (
    known.get(bare) ??
    (other !== undefined && depth < DEEPEST ? numberOf(other, known, macros, depth + 1) : undefined)
  );
}

const noTable = (table: string, position: DeclaredCode['position']): SourceProblem => ({
  message: isPrefix(table)
    ? `no macro in this file begins with \`${table}\``
    : `there is no enum \`${table}\` in this file`,
  hint: 'name the table of the contract anew in the registry',
  position,
  subject: 'table',
});

const notConstant = ({ name }: Entry, position: DeclaredCode['position']): SourceProblem => ({
  message: `the number of \`${name}\` cannot be read from the text`,
  hint: 'write the number out, or name another constant of this file',
  position,
  subject: `entry ${name}`,
});
