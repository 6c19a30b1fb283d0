import type { DocumentName } from '../../model/generated/types.ts';
import type { Path } from '../../model/position.ts';
import { documentShape, type Shape } from '../../model/schema/shape.ts';

/** A node of a document and what its schema says of it. */
export interface Place {
  readonly path: Path;
  readonly value: unknown;
  readonly shape: Shape;
}

/** What only says where something stands in the source, and in which words: no rule of the team, and nobody acts by it. */
const QUOTED: ReadonlySet<string | undefined> = new Set(['Source', 'StatedSeverity']);

/** Every node of a document that its schema speaks of, parents before children, quotations left out. */
export function placesOf(kind: DocumentName, root: unknown): Place[] {
  const places: Place[] = [];
  const visit = (shape: Shape, value: unknown, path: Path): void => {
    if (QUOTED.has(shape.title)) return;
    places.push({ path, value, shape });
    if (Array.isArray(value))
      value.forEach((item, index) => {
        if (shape.items) visit(shape.items, item, [...path, index]);
      });
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        const child = shape.properties.get(key) ?? (shape.rest || undefined);
        if (child) visit(child, inner, [...path, key]);
      }
    for (const branch of shape.oneOf) if (isNode(branch) && fits(branch, value)) visit(branch, value, path);
  };
  visit(documentShape(kind), root, []);
  return places;
}

/** A branch that is a shape of its own, and not only a list of keys that must be there. */
const isNode = ({ title, properties }: Shape): boolean => title !== undefined || properties.size > 0;

function fits(branch: Shape, value: unknown): boolean {
  if (typeof value === 'string') return branch.pattern?.regexp.test(value) ?? branch.ref !== undefined;
  return typeof value === 'object' && branch.properties.size > 0;
}
