import { readdirSync, readFileSync } from 'node:fs';
import { roomOf } from '../../model/document-kinds.ts';
import type { DocumentName } from '../../model/generated/types.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import type { Schema } from '../../publish/schema-reference/schema.ts';
import { schemaReference } from '../../publish/schema-reference/schema-reference.ts';
import { docsMark } from './docs-mark.ts';

const SUFFIX = '.schema.json';

/** `docs/schemas.md`: every kind of document with its fields. */
export function schemaParts(): WantedPart[] {
  const kinds = readdirSync('schemas')
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort(manifestFirst);
  const text = schemaReference(
    kinds.map((kind) => ({
      kind,
      schema: JSON.parse(readFileSync(`schemas/${kind}${SUFFIX}`, 'utf8')) as Schema,
      place: kind === 'common' ? undefined : placeOf(kind as DocumentName),
    })),
  );
  return [{ file: 'docs/schemas.md', mark: docsMark('schemas'), text }];
}

/** A book begins with its manifest. */
const manifestFirst = (one: string, other: string) =>
  Number(other === 'book') - Number(one === 'book') || (one < other ? -1 : 1);

const placeOf = (kind: DocumentName): string =>
  `${roomOf(kind)}/BOOK/${roomOf(kind) === 'policies' ? kind : 'ID'}.yaml`;
