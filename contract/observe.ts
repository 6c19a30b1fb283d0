import { decoding } from '../verifier/json-fields.ts';
import type { VectorCase } from '../verifier/vector-case.ts';
import { VECTOR_SHAPES } from '../verifier/vector-shapes/all.ts';
import { parsedJson } from './parsed-json.ts';

/** What came out when vectors were run: the number by the id of the vector. */
export type Observations =
  | { readonly kind: 'ran'; readonly codes: ReadonlyMap<string, number>; readonly lies: readonly Lie[] }
  | { readonly kind: 'refused'; readonly problem: string };

/** A vector that did not give what it expects. */
export interface Lie {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * Runs vectors on the verifier of this program until each code that a vector expects was seen, or none of its vectors is
 * left: the test suite runs them all, here a witness a code is enough.
 */
export function observeVectors(text: string): Observations {
  const document = parsedJson(text);
  if (document === undefined) return { kind: 'refused', problem: 'this is no JSON' };
  const shape = VECTOR_SHAPES.find(({ matches }) => matches(document));
  if (!shape) return { kind: 'refused', problem: 'the verifier knows no such kind of vector file' };
  const cases = decoding(shape.read, document);
  if (!cases.ok) return { kind: 'refused', problem: `the verifier refuses this file: ${cases.malformed}` };
  const codes = new Map<string, number>();
  const lies: Lie[] = [];
  const seen = new Set<string>();
  for (const vector of cases.value) {
    const expected = vector.expected['code'];
    if (expected === undefined || seen.has(expected)) continue;
    const got = codeOf(vector);
    if (got === undefined) continue;
    codes.set(vector.id, Number.parseInt(got, 10));
    if (got === expected) seen.add(expected);
    else if (vector.ambiguous === undefined) lies.push({ id: vector.id, expected, got });
  }
  return { kind: 'ran', codes, lies };
}

function codeOf(vector: VectorCase): string | undefined {
  const observed = vector.observe() as Readonly<Record<string, string>>;
  return observed['code'];
}
