import type { CodeTable } from './code-table.ts';
import { type Decoder, has, MalformedJson } from './json-fields.ts';

/** What a vector claims, or what was observed, as printable text by name: `{ code: '1 verified' }`. */
export type Facts = Readonly<Record<string, string>>;

export type VectorCase = {
  readonly id: string;
  /** Why another answer could be defended; a mismatch here is reported apart. */
  readonly ambiguous?: string;
  readonly expected: Facts;
  /** Runs the verifier, or says why this vector does not apply to it. */
  readonly observe: () => Facts | NotApplicable;
};

export type NotApplicable = { readonly notApplicable: string };

/** One kind of vector file: recognised by its fields, then read into cases. */
export type VectorShape = {
  readonly name: string;
  readonly matches: (document: unknown) => boolean;
  readonly read: Decoder<VectorCase[]>;
};

/** More entries, or more keys in one entry, than any file needs; a bound on time, not on meaning. */
export const MOST_VECTORS = 5_000;
export const MOST_KEY_BYTES = 1_024 * 48;

export function codeText(table: CodeTable, code: number): string {
  const name = Object.keys(table).find((key) => table[key]?.code === code);
  return `${code} ${name ?? '(not in the table)'}`;
}

/** A code as the file states it, checked against the table so that a slip of the pen is not a mismatch. */
export const codeOf =
  (table: CodeTable): Decoder<string> =>
  (value, at) => {
    if (!Number.isSafeInteger(value)) throw new MalformedJson(at, 'expected a return code');
    const isKnown = Object.values(table).some((entry) => entry.code === value);
    if (!isKnown) throw new MalformedJson(at, `${value} is not a return code of this verifier`);
    return codeText(table, value as number);
  };

/** Whether an object's own fields include all of these. */
export function hasAll(document: unknown, names: readonly string[]): boolean {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isObject && names.every((name) => has(document, '', name));
}

/** Whether the first entry of a list has all of these fields; how two files that both hold `vectors` differ. */
export function firstHasAll(document: unknown, listName: string, names: readonly string[]): boolean {
  if (!hasAll(document, [listName])) return false;
  const entries = (document as Record<string, unknown>)[listName];
  return Array.isArray(entries) && hasAll(entries[0], names);
}
