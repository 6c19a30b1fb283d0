import { expect, test } from 'vitest';
import {
  HEADER_MUTATIONS,
  IDL_MUTATIONS,
  type Mutation,
  OTHER_MUTATIONS,
  RUST_MUTATIONS,
  TYPESCRIPT_MUTATIONS,
} from './mutations.ts';
import { edited, rulesOf, WORLD } from './world.ts';

const SOURCES: readonly [string, readonly Mutation[]][] = [
  ['TypeScript', TYPESCRIPT_MUTATIONS],
  ['Rust', RUST_MUTATIONS],
  ['a C header', HEADER_MUTATIONS],
  ['an Anchor IDL', IDL_MUTATIONS],
  ['sheet, registry, runbook, vectors, page', OTHER_MUTATIONS],
];
const ALL = SOURCES.flatMap(([source, mutations]) => mutations.map((mutation) => ({ source, ...mutation })));

test('nothing is wrong in the world that the mutations start from', () => {
  expect(rulesOf(WORLD)).toEqual([]);
});

test.each(ALL)('$source: $what', ({ file, from, to, rules }) => {
  expect(rulesOf(edited(WORLD, file, from, to)).sort()).toEqual([...rules].sort());
});
