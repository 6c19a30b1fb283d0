import { fieldTable } from './fields.ts';
import { isMapping, type Placed, type Schema } from './schema.ts';
import { anchor, definitionHeading, typeWords } from './type-words.ts';

/** A schema file with the place where its documents stand: `policies/<book>/roles.yaml`. */
export interface ReferencedSchema extends Placed {
  /** Undefined for what documents share. */
  readonly place: string | undefined;
}

/** Every kind of document with its fields, then the words that they share, as Markdown. */
export function schemaReference(schemas: readonly ReferencedSchema[]): string {
  const kinds = schemas.filter(({ place }) => place !== undefined);
  const shared = schemas.filter(({ place }) => place === undefined);
  return [
    contents(kinds),
    ...kinds.flatMap(kindSection),
    '## What documents share',
    ...shared.flatMap(definitions),
  ].join('\n\n');
}

const contents = (kinds: readonly ReferencedSchema[]): string =>
  [
    '| kind | stands in | says |',
    '|---|---|---|',
    ...kinds.map(
      ({ kind, place, schema }) =>
        `| [${kind}](#${anchor(kind)}) | \`${place}\` | ${schema.description ?? ''} |`,
    ),
  ].join('\n');

const kindSection = (placed: ReferencedSchema): string[] => [
  `## ${placed.kind}`,
  `${placed.schema.description ?? ''} Schema: [${placed.kind}.schema.json](../schemas/${placed.kind}.schema.json).`,
  fieldTable(placed).join('\n'),
  ...definitions(placed),
];

const definitions = ({ kind, schema: { $defs = {} } }: Placed): string[] =>
  Object.entries($defs).flatMap(([key, schema]) => [
    `### ${definitionHeading(kind, key)}`,
    ...definition({ kind, schema }),
  ]);

/** A mapping has fields; anything else is a kind of value. */
function definition(placed: Placed): string[] {
  const { description = '' } = placed.schema;
  if (isMapping(placed.schema) && placed.schema.properties)
    return [description, fieldTable(placed).join('\n')].filter((text) => text !== '');
  const fields = fieldTable(placed);
  return [
    `${description} Holds ${typeWords(placed)}${pattern(placed.schema)}.`.trim(),
    ...(fields.length === 0 ? [] : [fields.join('\n')]),
  ];
}

const pattern = (schema: Schema & { readonly pattern?: string }): string =>
  schema.pattern === undefined ? '' : ` that fits \`${schema.pattern}\``;
