import type { Book } from './book.ts';
import type { Source } from './generated/types.ts';
import { type At, under } from './position.ts';

/** A statement of a book and the source that it gives. */
export interface SourcedStatement {
  readonly source: Source;
  /** What the statement says, its source included. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The statement itself; its source stands under it. */
  readonly at: At;
}

/** One place of a source document that a statement names. */
export interface Citation {
  readonly cites: 'section' | 'sheet';
  /** Which section or sheet: 7.1, O-104. */
  readonly id: string;
  readonly parts: readonly string[];
  /** The statement that cites it. */
  readonly of: At;
  /** Where the id stands. */
  readonly at: At;
}

/** Every statement of a book that says where it comes from, in the order of its tables. */
export function sourcedStatements(book: Book): SourcedStatement[] {
  const found = new Map<string, SourcedStatement>();
  // The manifest holds some of the tables too: a statement counts once.
  const add = (statement: SourcedStatement) =>
    found.set(JSON.stringify([statement.at.file, ...statement.at.path]), statement);
  for (const value of Object.values(book)) each(value, add);
  return [...found.values()];
}

/** Tables, lists and single statements alike: what knows its own place is walked. */
function each(value: unknown, add: (statement: SourcedStatement) => void): void {
  if (value instanceof Map || Array.isArray(value)) for (const inner of value.values()) each(inner, add);
  else if (isPlaced(value)) walk(value, value.at, add);
}

const isPlaced = (value: unknown): value is { readonly at: At } => isObject(value) && 'at' in value;

function walk(value: unknown, at: At, add: (statement: SourcedStatement) => void): void {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, under(at, index), add);
  if (!isObject(value) || Array.isArray(value)) return;
  if (isObject(value['source'])) add({ source: value['source'], value, at });
  for (const [key, inner] of Object.entries(value))
    if (key !== 'at' && key !== 'source') walk(inner, under(at, key), add);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place of a source document that a book names, one for each section or sheet. */
export const citationsOf = (book: Book): Citation[] =>
  sourcedStatements(book).flatMap(({ source, at }) =>
    (['section', 'sheet'] as const).flatMap((cites) => placesOf(source, cites, at)),
  );

function placesOf(source: Source, cites: 'section' | 'sheet', of: At): Citation[] {
  const named = source[cites];
  if (named === undefined) return [];
  const parts = [source.part ?? []].flat();
  const at = under(of, 'source', cites);
  return Array.isArray(named)
    ? named.map((id, index) => ({ cites, id, parts, of, at: under(at, index) }))
    : [{ cites, id: named, parts, of, at }];
}

/** `Immediate actions 3 to 5` lies in the part `Immediate actions`. */
export const liesIn = (place: string, part: string): boolean =>
  place === part || (place.startsWith(`${part} `) && /^\d/.test(place.slice(part.length + 1)));
