import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { documentShape } from '../schema/shape.ts';

/** Every collection that some kind of document adds to. */
export const COLLECTIONS: ReadonlySet<string> = new Set(
  DOCUMENT_KINDS.flatMap((kind) => [...documentShape(kind).collections]),
);
