import { expect, test } from 'vitest';
import { schemas } from '../../model/generated/schemas.js';
import { KEYWORDS } from '../../model/schema/shape.ts';

type Node = Readonly<Record<string, unknown>>;

const MAPS = ['properties', '$defs'];
const LISTS = ['oneOf', 'anyOf'];
const SINGLE = ['items', 'additionalProperties', 'propertyNames', 'not'];

/** Every schema object, with the place where it stands. */
function* nodes(schema: unknown, place: string): Generator<[string, Node]> {
  if (typeof schema !== 'object' || schema === null) return;
  const node = schema as Node;
  yield [place, node];
  for (const key of MAPS)
    for (const [name, inner] of Object.entries((node[key] as Node | undefined) ?? {}))
      yield* nodes(inner, `${place}/${key}/${name}`);
  for (const key of LISTS)
    for (const inner of (node[key] as unknown[] | undefined) ?? []) yield* nodes(inner, `${place}/${key}`);
  for (const key of SINGLE) yield* nodes(node[key], `${place}/${key}`);
}

const NODES = Object.entries(schemas).flatMap(([name, schema]) => [...nodes(schema, name)]);

test('the schemas use no keyword that the explainer would pass over', () => {
  const unknown = NODES.flatMap(([place, node]) =>
    Object.keys(node)
      .filter((key) => !KEYWORDS.has(key))
      .map((key) => `${place}: ${key}`),
  );
  expect(unknown).toEqual([]);
});

test('beside a $ref stand only words and links', () => {
  const others = NODES.filter(([, node]) => '$ref' in node).flatMap(([place, node]) =>
    Object.keys(node)
      .filter((key) => key !== '$ref' && key !== 'description' && key !== 'title' && !key.startsWith('x-'))
      .map((key) => `${place}: ${key}`),
  );
  expect(others).toEqual([]);
});

test('`not` says only which keys exclude each other', () => {
  for (const [place, node] of NODES)
    if (node['not']) expect(Object.keys(node['not'] as Node), place).toEqual(['required']);
});

test('every pattern has words beside it', () => {
  for (const [place, node] of NODES)
    if (node['pattern']) expect(node['description'], place).toMatch(/^[A-Z].*\.$/);
});

test('the branches of a choice are parted by the type of the value, or by the keys they require', () => {
  for (const [place, node] of NODES)
    for (const branch of [...((node['oneOf'] as Node[]) ?? []), ...((node['anyOf'] as Node[]) ?? [])])
      expect('type' in branch || 'enum' in branch || '$ref' in branch || 'required' in branch, place).toBe(
        true,
      );
});
