import type { Path } from '../position.ts';
import type { Target } from '../problem.ts';
import type { Meaning, Shape } from '../schema/shape.ts';

/** What the annotations of the schemas find in a document. Paths are only valid during the call: copy what is kept. */
export interface Visitor {
  /** Something with this id is declared (x-defines), or something is said that a book says once (x-once). */
  define(collection: string, id: string, path: Path, target: Target): void;
  /** This id must be found in one of the collections (x-ref). */
  refer(collections: readonly string[], id: string, path: Path, target: Target): void;
  /** A text whose pattern fits and whose meaning is to be checked. */
  mean(meaning: Meaning, text: string, path: Path): void;
}

/** The name of the collection that holds what a book says at most once. */
export const ONCE = 'once';

/** One walk over a value and its schema. Values that do not fit are passed over: the validator speaks of them. */
export function walk(shape: Shape, value: unknown, visitor: Visitor): void {
  const path: (string | number)[] = [];

  function visit(shape: Shape, value: unknown): void {
    if (shape.once !== undefined) visitor.define(ONCE, shape.once, path, 'node');
    if (typeof value === 'string' || typeof value === 'number') visitScalar(shape, value);
    else if (Array.isArray(value)) {
      const items = shape.items?.linked ? shape.items : undefined;
      if (items) for (const [index, item] of value.entries()) inside(index, items, item);
    } else if (typeof value === 'object' && value !== null)
      visitMapping(shape, value as Record<string, unknown>);
    for (const branch of shape.oneOf) if (branch.linked) visit(branch, value);
  }

  function visitScalar(shape: Shape, value: string | number): void {
    if (shape.ref) visitor.refer(shape.ref, String(value), path, 'value');
    if (typeof value !== 'string') return;
    if (shape.defines !== undefined) visitor.define(shape.defines, value, path, 'value');
    if (shape.meaning !== undefined) visitor.mean(shape.meaning, value, path);
  }

  function visitMapping(shape: Shape, mapping: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(mapping)) {
      path.push(key);
      if (shape.defines !== undefined) visitor.define(shape.defines, key, path, 'key');
      if (shape.refKeys) visitor.refer(shape.refKeys, key, path, 'key');
      path.pop();
      const inner = shape.properties.get(key) ?? (shape.rest || undefined);
      if (inner?.linked) inside(key, inner, value);
    }
  }

  function inside(segment: string | number, shape: Shape, value: unknown): void {
    path.push(segment);
    visit(shape, value);
    path.pop();
  }

  if (shape.linked) visit(shape, value);
}
