import { expect, test } from 'vitest';
import { IDL_MUTATIONS } from './mutations/anchor-idl.ts';
import { HEADER_MUTATIONS } from './mutations/c-header.ts';
import type { Mutation } from './mutations/mutation.ts';
import { OTHER_MUTATIONS } from './mutations/other.ts';
import { RUST_MUTATIONS } from './mutations/rust.ts';
import { TYPESCRIPT_MUTATIONS } from './mutations/typescript.ts';
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
