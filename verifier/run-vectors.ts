import { decoding } from './json-fields.ts';
import type { Facts, VectorCase } from './vector-case.ts';
import { VECTOR_SHAPES } from './vector-shapes/all.ts';

export type VectorMismatch = {
  readonly id: string;
  readonly fact: string;
  readonly expected: string;
  readonly got: string;
  /** Why the other answer could be defended; absent where the mismatch is hard. */
  readonly ambiguous?: string;
};

/** What one vector file says about this verifier. Nothing here counts as verified unless it was run. */
export type VectorReport =
  | {
      readonly kind: 'ran';
      readonly shape: string;
      readonly total: number;
      /** Vectors of which every fact was as expected. */
      readonly agreed: number;
      readonly skipped: readonly { readonly id: string; readonly why: string }[];
      readonly mismatches: readonly VectorMismatch[];
    }
  /** The document is none of the known shapes, or not as its shape says; `problem` names the place. */
  | { readonly kind: 'malformed'; readonly problem: string }
  /** The shape is known and holds no vector that applies: nothing was measured. */
  | { readonly kind: 'empty'; readonly problem: string };

/** Runs every vector of a file against the verifier. Pure; takes the text, so that a broken file is an answer too. */
export function runVectors(text: string): VectorReport {
  const document = parse(text);
  if (document === undefined) return { kind: 'malformed', problem: 'not a JSON document' };
  const shape = VECTOR_SHAPES.find(({ matches }) => matches(document.value));
  if (shape === undefined) return { kind: 'malformed', problem: unknownShape() };
  const cases = decoding(shape.read, document.value);
  if (!cases.ok) return { kind: 'malformed', problem: `${shape.name}: ${cases.malformed}` };
  return runCases(shape.name, cases.value);
}

/** Whether the verifier failed a vector that leaves no room: known-good no longer holds. */
export const isHardMismatch = ({ ambiguous }: VectorMismatch): boolean => ambiguous === undefined;

function runCases(shape: string, cases: readonly VectorCase[]): VectorReport {
  const skipped: { id: string; why: string }[] = [];
  const mismatches: VectorMismatch[] = [];
  let agreed = 0;
  for (const vector of cases) {
    const observed = vector.observe();
    if (isNotApplicable(observed)) {
      skipped.push({ id: vector.id, why: observed.notApplicable });
      continue;
    }
    const found = mismatchesOf(vector, observed);
    if (found.length === 0) agreed++;
    mismatches.push(...found);
  }
  if (skipped.length === cases.length) return { kind: 'empty', problem: `${shape}: no vector applies` };
  return { kind: 'ran', shape, total: cases.length, agreed, skipped, mismatches };
}

function mismatchesOf({ id, ambiguous, expected }: VectorCase, observed: Facts): VectorMismatch[] {
  return Object.entries(expected).flatMap(([fact, value]) => {
    const got = observed[fact] ?? 'nothing';
    return got === value
      ? []
      : [{ id, fact, expected: value, got, ...(ambiguous === undefined ? {} : { ambiguous }) }];
  });
}

const isNotApplicable = (observed: object): observed is { notApplicable: string } =>
  'notApplicable' in observed;

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const unknownShape = (): string =>
  `no known kind of vector file; known are: ${VECTOR_SHAPES.map(({ name }) => name).join(', ')}`;
