import type { Path } from '../position.ts';
import type { Shape } from './shape.ts';

/** How a sentence names a place: the code frame beside it shows the rest of the path. */
export function placeName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  if (typeof last === 'string') return code(last);
  const list = path.findLast((segment) => typeof segment === 'string');
  return list === undefined ? `entry ${last + 1}` : `entry ${last + 1} of ${code(list)}`;
}

/** Text of the author in a sentence of ours: one line, bounded, in backquotes. */
export function code(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 57)}...` : line}\``;
}

/** `a`, `b` and `c`; of a long list only the first ten. */
export function listed(words: readonly unknown[], joint: 'and' | 'or' = 'and'): string {
  if (words.length > 16) return `${words.slice(0, 10).map(code).join(', ')} and ${words.length - 10} more`;
  const quoted = words.map(code);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
}

/** What a value must be. */
export function described(shape: Shape): string {
  if (shape.const !== undefined) return code(shape.const);
  if (shape.enum) return `${shape.enum.length > 2 ? 'one of ' : ''}${listed(shape.enum, 'or')}`;
  if (shape.pattern) return inline(shape.pattern.words);
  const branches = [...shape.oneOf, ...shape.anyOf].filter((branch) => shapeType(branch) !== undefined);
  if (branches.length > 0 && shape.type === undefined) return branches.map(described).join(', or ');
  if (shape.type === 'object') return `a mapping${keysOf(shape)}`;
  return TYPE_WORDS[shape.type ?? ''] ?? 'a value';
}

/** The type that a shape asks for, said by its type or by the values it lists. */
export function shapeType(shape: Shape): string | undefined {
  if (shape.type !== undefined) return shape.type;
  const [sample] = shape.enum ?? (shape.const === undefined ? [] : [shape.const]);
  return sample === undefined ? undefined : typeName(sample);
}

export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

export const TYPE_WORDS: Readonly<Record<string, string>> = {
  null: 'nothing',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

function keysOf(shape: Shape): string {
  if (shape.required.length > 0) return ` with ${listed(shape.required)}`;
  return shape.properties.size > 0 ? ` with keys such as ${code([...shape.properties.keys()][0])}` : '';
}

/** "A length of time: 15m, 4h." as a part of a sentence: a length of time (15m, 4h). */
export function inline(words: string): string {
  const [what = '', examples] = words.replace(/\.$/, '').split(/: (.*)/);
  const lower = /^[A-Z][a-z ]/.test(what) ? `${what.charAt(0).toLowerCase()}${what.slice(1)}` : what;
  return examples ? `${lower} (${examples})` : lower;
}
