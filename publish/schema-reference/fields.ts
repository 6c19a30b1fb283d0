import { isMapping, type Placed, type Schema, valuesOf } from './schema.ts';
import { isWhole, typeWords } from './type-words.ts';

/** The fields of a mapping as a table, inner mappings by their path; then what the fields demand of each other. */
export function fieldTable(placed: Placed): string[] {
  const rows = [placed, ...branchesOf(placed)].flatMap((each) => fieldRows(each, ''));
  return [
    ...(rows.length === 0 ? [] : ['| field | holds | means |', '|---|---|---|', ...rows]),
    ...demands(placed.schema, '').map((sentence) => `\n${sentence}`),
  ];
}

function fieldRows({ kind, schema }: Placed, path: string): string[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const full = `${path}${name}`;
    const shown = required.has(name) ? `**\`${full}\`**` : `\`${full}\``;
    const means = [field.description ?? '', ...demands(inner(field), `${full}: `)].filter(
      (text) => text !== '',
    );
    const row = `| ${shown} | ${cell(typeWords({ kind, schema: field }))} | ${cell(means.join(' '))} |`;
    return [row, ...innerRows({ kind, schema: field }, full)];
  });
}

/** Rows of what stands below a field: its own fields, those of each item, those of each value. */
function innerRows({ kind, schema }: Placed, path: string): string[] {
  const below = [
    { schema, path: `${path}.` },
    { schema: schema.items, path: `${path}[].` },
    { schema: valuesOf(schema), path: `${path}.ID.` },
    ...branchesOf({ kind, schema }).map((branch) => ({ schema: branch.schema, path: `${path}.` })),
  ];
  return below.flatMap((each) => {
    if (!each.schema || !isMapping(each.schema)) return [];
    return fieldRows({ kind, schema: each.schema }, each.path);
  });
}

/** Mappings among several kinds of values that may stand in one place. */
const branchesOf = ({ kind, schema: { oneOf = [], anyOf = [] } }: Placed): Placed[] =>
  [...oneOf, ...anyOf].filter(isMapping).map((schema) => ({ kind, schema }));

const inner = (field: Schema): Schema => field.items ?? valuesOf(field) ?? field;

/** Sentences about fields that exclude or need each other. */
function demands(schema: Schema, where: string): string[] {
  const names = (branches: readonly Schema[] = []) =>
    branches
      .filter((branch) => !isWhole(branch))
      .map(({ required = [] }) => required.map(code).join(' with '));
  const [one, some] = [names(schema.oneOf), names(schema.anyOf)];
  return [
    ...(one.length > 0 ? [`${where}Exactly one of ${one.join(', ')} stands here.`] : []),
    ...(some.length > 0 ? [`${where}At least one of ${some.join(', ')} stands here.`] : []),
    ...(schema.not?.required
      ? [`${where}${schema.not.required.map(code).join(' and ')} exclude each other.`]
      : []),
    ...Object.entries(schema.dependentRequired ?? {}).map(
      ([name, needed]) => `${where}${code(name)} needs ${needed.map(code).join(' and ')}.`,
    ),
  ];
}

const code = (name: string): string => `\`${name}\``;

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
