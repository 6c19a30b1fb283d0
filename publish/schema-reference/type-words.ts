import { type Placed, type Schema, valuesOf } from './schema.ts';

/** What a field holds, in words: `list of [step](#runbook-step)`, `id of a role or group`. */
export function typeWords({ kind, schema }: Placed): string {
  const at = (inner: Schema) => typeWords({ kind, schema: inner });
  if (schema.$ref !== undefined) return definitionLink(schema.$ref, kind);
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema['x-ref']) return `id of ${article(schema['x-ref'])}`;
  if (schema.type === 'array') return schema.items ? `list of ${at(schema.items)}` : 'list';
  const values = valuesOf(schema);
  if (values) return `${keyWords(schema)} → ${at(values)}`;
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(isWhole);
  if (branches.length > 0) return anyOf(branches.map(at));
  return PLAIN[schema.type ?? ''] ?? (schema.properties ? PLAIN['object'] : undefined) ?? 'anything';
}

/** A branch that is a value by itself, and no mere demand on the fields beside it. */
export const isWhole = (branch: Schema): boolean => typeWordsKeys.some((key) => branch[key] !== undefined);

const typeWordsKeys = ['$ref', 'type', 'enum', 'const', 'properties'] as const;

const PLAIN: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true`, `false`',
  object: 'mapping',
};

/** Where a definition stands on the page, by the reference to it. */
function definitionLink(ref: string, from: string): string {
  const [file = '', pointer = ''] = ref.split('#');
  const kind = file === '' ? from : file.replace(/\.schema\.json$/, '').replace(/^.*\//, '');
  const key = pointer.replace(/^\/\$defs\//, '');
  return `[${key}](#${anchor(definitionHeading(kind, key))})`;
}

/** Shared definitions go by their own name, others by their document too. */
export const definitionHeading = (kind: string, key: string): string =>
  kind === 'common' ? key : `${kind} ${key}`;

/** The anchor that a heading gets on the usual hosts of Markdown. */
export const anchor = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');

function keyWords(schema: Schema): string {
  if (schema['x-ref-keys']) return `id of ${article(schema['x-ref-keys'])}`;
  if (schema['x-defines']) return `new id of ${article([schema['x-defines']])}`;
  return 'name';
}

const article = (names: readonly string[]): string =>
  `${/^[aeiou]/.test(names[0] ?? '') ? 'an' : 'a'} ${anyOf(names)}`;

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
