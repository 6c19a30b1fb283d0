import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { SourceFile } from '../../model/source-file.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { exampleBook } from './example-book.ts';

/** Every example of every rule: small books that between them hold each construct that a rule looks at. */
export const EXAMPLES: readonly string[] = ALL_RULES.flatMap(({ good, bad }) => [...good, ...bad]);

/** A place in a document, as shares of the way down, and what happens there. */
interface Damage {
  readonly file: number;
  readonly way: readonly number[];
  readonly what: 'drop' | 'twice' | 'swap' | 'borrow' | 'reverse';
  readonly other: number;
}

export const damages = (most: number): fc.Arbitrary<Damage[]> =>
  fc.array(
    fc.record({
      file: fc.nat(1000),
      way: fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }),
      what: fc.constantFrom('drop', 'drop', 'borrow', 'borrow', 'borrow', 'twice', 'swap', 'reverse'),
      other: fc.nat(1000),
    }),
    { minLength: 1, maxLength: most },
  );

/** The files of a book after the damage: still YAML, mostly still a book, and no longer what anybody meant. */
export function halfValid(files: readonly SourceFile[], list: readonly Damage[]): SourceFile[] {
  const documents = files.map(({ file, bytes }) => ({
    file,
    value: parse(new TextDecoder().decode(bytes)) as unknown,
  }));
  const words = new Map<string, string[]>();
  for (const { value } of documents) gather(value, '', words);
  for (const damage of list) {
    const document = documents[damage.file % documents.length];
    if (document) document.value = damaged(document.value, damage.way, damage, words, '');
  }
  return documents.map(({ file, value }) => ({ file, bytes: new TextEncoder().encode(stringify(value)) }));
}

export const exampleFiles = (index: number): SourceFile[] => exampleBook(EXAMPLES[index % EXAMPLES.length]);

/** What the book says under a key, anywhere: a borrowed word is of the kind that fits, and means something else. */
type Words = ReadonlyMap<string, readonly string[]>;

function damaged(
  value: unknown,
  [step = 0, ...rest]: readonly number[],
  damage: Damage,
  words: Words,
  name: string,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 0) return value;
  const index = step % entries.length;
  const [key, inner] = entries[index] as [string, unknown];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) {
    const changed = damaged(inner, rest, damage, words, Array.isArray(value) ? name : key);
    return rebuilt(
      value,
      entries.map((entry, i): [string, unknown] => (i === index ? [key, changed] : entry)),
    );
  }
  const filed = (at: string) => words.get(Array.isArray(value) ? name : at) ?? [];
  return rebuilt(value, changedEntries(entries, index, damage, filed));
}

function changedEntries(
  entries: readonly [string, unknown][],
  index: number,
  { what, other }: Damage,
  filed: (key: string) => readonly string[],
): [string, unknown][] {
  const [key, inner] = entries[index] as [string, unknown];
  const [otherKey, otherInner] = entries[other % entries.length] as [string, unknown];
  switch (what) {
    case 'drop':
      return entries.filter((_, i) => i !== index);
    case 'twice':
      return [...entries, [`${key}-2`, inner]];
    case 'swap':
      return entries.map((entry, i) =>
        i === index ? [key, otherInner] : entry[0] === otherKey ? [otherKey, inner] : entry,
      );
    case 'borrow':
      return entries.map((entry, i) => (i === index ? [key, borrowed(filed(key), inner, other)] : entry));
    case 'reverse':
      return entries.toReversed();
  }
}

const borrowed = (known: readonly string[], value: unknown, other: number): unknown =>
  typeof value === 'string' && known.length > 0 ? known[other % known.length] : value;

const rebuilt = (value: object, entries: readonly [string, unknown][]): unknown =>
  Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);

/** Items of a list are filed under the key of the list. */
function gather(value: unknown, key: string, words: Map<string, string[]>): void {
  if (typeof value === 'string') words.set(key, [...(words.get(key) ?? []), value]);
  else if (typeof value === 'object' && value !== null)
    for (const [inner, item] of Object.entries(value))
      gather(item, Array.isArray(value) ? key : inner, words);
}
