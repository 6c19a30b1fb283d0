import { schemas } from '../generated/schemas.js';
import type { DocumentName } from '../generated/types.ts';

/** A schema with its references followed: what the explainer and the linker read. */
export interface Shape {
  readonly title?: string;
  readonly description?: string;
  /** The pattern, and what it means in words: the description that stands beside it. */
  readonly pattern?: { readonly regexp: RegExp; readonly words: string };
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly required: readonly string[];
  readonly dependentRequired: Readonly<Record<string, readonly string[]>>;
  /** Keys that must not all be present. */
  readonly excluded?: readonly string[];
  readonly properties: ReadonlyMap<string, Shape>;
  /** What other keys hold; false when there are none. */
  readonly rest?: Shape | false;
  readonly names?: Shape;
  readonly items?: Shape;
  readonly oneOf: readonly Shape[];
  readonly anyOf: readonly Shape[];
  /** Collections (x-ref) one of which must hold this id. */
  readonly ref?: readonly string[];
  /** The same for the keys of a mapping (x-ref-keys). */
  readonly refKeys?: readonly string[];
  /** The collection (x-defines) that this id, or the keys of this mapping, are added to. */
  readonly defines?: string;
  /** What a book says at most once (x-once), in words. */
  readonly once?: string;
  /** A text whose meaning is checked beyond its pattern. */
  readonly meaning?: Meaning;
  /** Every collection that something at or below this may define. */
  readonly collections: ReadonlySet<string>;
  /** Whether the linker finds anything at or below this. */
  readonly linked: boolean;
}

export type Meaning = 'span' | 'instant' | 'date' | 'zone';

/** By the title of the definition. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  Span: 'span',
  Instant: 'instant',
  IsoDate: 'date',
  TimeZone: 'zone',
};

type Schema = Readonly<Record<string, unknown>>;

const SUFFIX = '.schema.json';
const cache = new Map<string, Shape>();

export const documentShape = (kind: DocumentName): Shape => shapeAt(`${kind}${SUFFIX}#`, kind);

/** The shape that a $ref leads to. The schemas do not recurse: a test would never end. */
function shapeAt(ref: string, from: string): Shape {
  const [file = '', pointer = ''] = ref.split('#');
  const name = file === '' ? from : file.slice(0, -SUFFIX.length);
  const key = `${name}#${pointer}`;
  const known = cache.get(key);
  if (known) return known;
  let schema: unknown = schemas[name];
  for (const part of pointer.split('/').filter(Boolean)) schema = (schema as Schema)[part];
  const shape = compile(schema as Schema, name);
  cache.set(key, shape);
  return shape;
}

const PLAIN = [
  'title',
  'description',
  'type',
  'enum',
  'const',
  'examples',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
] as const;

/** Keywords this reads beside the plain ones; a test compares them with what the schemas use. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  ...PLAIN,
  ...['$schema', '$id', '$defs', '$ref', '$comment', 'pattern', 'required', 'dependentRequired', 'not'],
  ...['properties', 'additionalProperties', 'propertyNames', 'items', 'oneOf', 'anyOf'],
  ...['x-ref', 'x-ref-keys', 'x-defines', 'x-once'],
]);

function compile(schema: Schema, from: string): Shape {
  const base = typeof schema['$ref'] === 'string' ? shapeAt(schema['$ref'], from) : undefined;
  const sub = (inner: unknown) => compile(inner as Schema, from);
  const list = (key: string) => ((schema[key] as Schema[] | undefined) ?? []).map(sub);
  const rest = schema['additionalProperties'];
  const own = {
    ...Object.fromEntries(PLAIN.filter((key) => key in schema).map((key) => [key, schema[key]])),
    ...optional('pattern', schema['pattern'] && pattern(schema)),
    ...optional('excluded', (schema['not'] as Schema | undefined)?.['required']),
    ...optional('rest', typeof rest === 'object' ? sub(rest) : rest),
    ...optional('names', schema['propertyNames'] && sub(schema['propertyNames'])),
    ...optional('items', schema['items'] && sub(schema['items'])),
    ...optional('ref', schema['x-ref']),
    ...optional('refKeys', schema['x-ref-keys']),
    ...optional('defines', schema['x-defines']),
    ...optional('once', schema['x-once']),
  };
  const shape = {
    required: (schema['required'] as string[] | undefined) ?? [],
    dependentRequired: (schema['dependentRequired'] as Record<string, string[]> | undefined) ?? {},
    properties: new Map(
      Object.entries((schema['properties'] as Schema | undefined) ?? {}).map(([k, v]) => [k, sub(v)]),
    ),
    oneOf: list('oneOf'),
    anyOf: list('anyOf'),
    ...base,
    ...own,
    ...optional('meaning', base?.meaning ?? MEANINGS[String(schema['title'])]),
  };
  return { ...shape, ...linkage(shape) };
}

const optional = (key: string, value: unknown) => (value === undefined ? {} : { [key]: value });

const pattern = (schema: Schema) => ({
  regexp: new RegExp(schema['pattern'] as string, 'u'),
  words: (schema['description'] as string | undefined) ?? '',
});

function linkage(shape: Omit<Shape, 'collections' | 'linked'>): Pick<Shape, 'collections' | 'linked'> {
  const inner = [
    ...shape.properties.values(),
    shape.rest,
    shape.items,
    ...shape.oneOf,
    ...shape.anyOf,
  ].filter((child): child is Shape => typeof child === 'object');
  const collections = new Set(inner.flatMap((child) => [...child.collections]));
  if (shape.defines !== undefined) collections.add(shape.defines);
  const own = shape.ref ?? shape.refKeys ?? shape.defines ?? shape.once;
  return {
    collections,
    linked: own !== undefined || shape.meaning !== undefined || inner.some((child) => child.linked),
  };
}
