import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { classifyChanges } from '../../contract/classify-changes.ts';
import type { ContractSnapshot, SnapshotCode } from '../../contract/snapshot.ts';
import { missingBump } from '../../contract/version-bump.ts';

const code = (number: number, name: string, more: Partial<SnapshotCode> = {}): SnapshotCode => ({
  number,
  name,
  meaning: `${name} happened`,
  lifecycle: 'active',
  ...more,
});
const GOOD = code(1, 'good');
const BAD = code(0, 'bad');
const state = (codes: readonly SnapshotCode[], precedence?: readonly string[]): ContractSnapshot => ({
  version: '1.4.2',
  precedence,
  codes,
});
const kinds = (before: ContractSnapshot, after: ContractSnapshot) =>
  classifyChanges(before, after).map(({ kind, level }) => `${level} ${kind}`);

test.each([
  ['a new code', [GOOD], [GOOD, BAD], ['minor added']],
  ['a code that is gone', [GOOD, BAD], [GOOD], ['major removed']],
  ['a code that was given up', [GOOD, BAD], [GOOD, { ...BAD, lifecycle: 'reserved' }], ['major removed']],
  ['another number', [GOOD], [{ ...GOOD, number: 7 }], ['major renumbered']],
  ['another name', [GOOD], [{ ...GOOD, name: 'fine' }], ['major renamed']],
  ['another meaning', [GOOD], [{ ...GOOD, meaning: 'who knows' }], ['major meaning-changed']],
  ['the same meaning in other type', [GOOD], [{ ...GOOD, meaning: '**Good**\u00a0happened.' }], []],
  ['a deprecation', [GOOD], [{ ...GOOD, lifecycle: 'deprecated' }], ['minor deprecated']],
  ['a revival', [{ ...GOOD, lifecycle: 'deprecated' }], [GOOD], ['minor revived']],
  [
    'a reserved number for another code',
    [{ ...BAD, lifecycle: 'reserved' }],
    [code(0, 'worse')],
    ['major reused'],
  ],
  [
    'two codes that swap their numbers',
    [GOOD, BAD],
    [
      { ...GOOD, number: 0 },
      { ...BAD, number: 1 },
    ],
    ['major renumbered', 'major renumbered'],
  ],
  ['another order of rows', [GOOD, BAD], [BAD, GOOD], []],
] as [string, SnapshotCode[], SnapshotCode[], string[]][])('%s', (_, before, after, expected) => {
  expect(kinds(state(before), state(after))).toEqual(expected);
});

test('another order of the checks is major, and a new code among them is not', () => {
  const codes = [GOOD, BAD, code(-1, 'worse')];
  expect(kinds(state(codes, ['bad', 'good']), state(codes, ['good', 'bad']))).toEqual([
    'major precedence-changed',
  ]);
  expect(kinds(state([GOOD, BAD], ['bad', 'good']), state(codes, ['worse', 'bad', 'good']))).toEqual([
    'minor added',
  ]);
});

test.each([
  ['major', '1.4.3', '2.0.0'],
  ['major', '1.5.0', '2.0.0'],
  ['major', '2.0.0', undefined],
  ['major', '10.0.0', undefined],
  ['minor', '1.4.2', '1.5.0'],
  ['minor', '1.5.0', undefined],
  ['minor', '2.0.0', undefined],
  ['none', '1.4.2', undefined],
  ['none', '1.4.1', '1.4.2'],
] as const)('after a %s change of 1.4.2, %s must at least be %s', (level, version, expected) => {
  const changes = level === 'none' ? [] : [{ kind: 'added', level, code: undefined, text: '' } as const];
  expect(missingBump('1.4.2', version, changes)).toBe(expected);
});

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 8 });

test.prop([names])('nothing changes between a state and itself', (words) => {
  const same = state(
    words.map((name, index) => code(-index, name)),
    words,
  );
  expect(classifyChanges(same, same)).toEqual([]);
});

test.prop([names, fc.nat()])('what is added one way is removed the other way', (words, at) => {
  const all = words.map((name, index) => code(-index, name));
  const fewer = all.filter((_, index) => index !== at % all.length);
  expect(kinds(state(fewer), state(all))).toEqual(['minor added']);
  expect(kinds(state(all), state(fewer))).toEqual(['major removed']);
});
