import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { rereader } from '../../model/load-book.ts';
import type { Change } from '../../mutation/document/change.ts';
import { changedText } from '../../mutation/document/changed-text.ts';
import { changedValue } from '../../mutation/document/changed-value.ts';
import { placesOf } from '../../mutation/document/places.ts';
import { listMutants, sourcesOf } from '../../mutation/list-mutants.ts';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';
import { OWN_FILES } from '../simulator/own-files.ts';
import { BOOK, MUTANTS, SOURCES } from './small-mutants.ts';

const meant = (value: unknown, changes: readonly Change[]): unknown =>
  changes.reduce((before, change) => changedValue(before, change), value);

test('the text of every mutant of the small book reads as its changes mean', () => {
  const values = new Map(SOURCES.map(({ file, value }) => [file, value]));
  for (const { file, changes, text } of MUTANTS)
    expect(parse(text), `${file} ${JSON.stringify(changes)}`).toEqual(meant(values.get(file), changes));
});

const OWN = Object.entries(OWN_FILES).flatMap(([id, files]) => {
  const shelf = rereader(files, id);
  const sources = sourcesOf(shelf.files);
  const values = new Map(sources.map(({ file, value }) => [file, value]));
  return shelf.loaded.book
    ? listMutants(shelf.loaded.book, sources, ALL_OPERATORS).map((mutant) => ({
        mutant,
        value: values.get(mutant.file),
      }))
    : [];
});

test.prop([fc.integer({ min: 0, max: OWN.length - 1 })], { numRuns: 60 })(
  'and so does that of any mutant of the shipped books',
  (place) => {
    const { mutant, value } = OWN[place] as (typeof OWN)[number];
    expect(parse(mutant.text)).toEqual(meant(value, mutant.changes));
  },
);

test('every operator applies somewhere in the shipped books or the small one', () => {
  const used = new Set([...OWN.map(({ mutant }) => mutant), ...MUTANTS].map(({ operator }) => operator));
  expect(ALL_OPERATORS.map(({ id }) => id).filter((id) => !used.has(id))).toEqual(ELSEWHERE);
});

/** What neither book says: tested by an example of its own. */
const ELSEWHERE = ['same-person-twice'];

test('approvals that must come from several people may come from one', () => {
  const value = { kind: 'authorities', authorities: { spend: { distinct_people: true } } };
  const subject = { book: BOOK, kind: 'authorities', value, places: placesOf('authorities', value) } as const;
  expect(ALL_OPERATORS.find(({ id }) => id === 'same-person-twice')?.apply(subject)).toEqual([
    [{ op: 'set', path: ['authorities', 'spend', 'distinct_people'], to: false }],
  ]);
});

const nodes = SOURCES.flatMap(({ kind, text, value }) =>
  placesOf(kind, value)
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => ({ path, text, value })),
);

test('any node can be dropped, and nothing else changes', () => {
  for (const { path, text, value } of nodes) {
    const changes: Change[] = [{ op: 'drop', path }];
    const after = changedText(text, changes);
    const wanted = meant(value, changes);
    if (wanted === undefined) expect(after).toBe(undefined);
    else expect(parse(after ?? ''), `${JSON.stringify(path)}`).toEqual(wanted);
  }
});

test('what an edit leaves alone keeps its bytes', () => {
  const text =
    '# top\na: [x, y, z] # why\nb:\n  - id: one # first\n    n: 1\n  # second\n  - id: two\n    n: 2\n';
  const edit = (change: Change) => changedText(text, [change]);
  expect(edit({ op: 'drop', path: ['a', 1] })).toBe(text.replace('y, ', ''));
  expect(edit({ op: 'drop', path: ['a', 2] })).toBe(text.replace(', z', ''));
  expect(edit({ op: 'drop', path: ['b', 0] })).toBe(text.replace('  - id: one # first\n    n: 1\n', ''));
  expect(edit({ op: 'drop', path: ['b', 1, 'n'] })).toBe(text.replace('    n: 2\n', ''));
  expect(edit({ op: 'set', path: ['b', 0, 'n'], to: 7 })).toBe(text.replace('n: 1', 'n: 7'));
  expect(edit({ op: 'rename', path: ['a'], to: 'c' })).toBe(text.replace('a:', 'c:'));
  expect(edit({ op: 'swap', path: ['a', 0] })).toBe(text.replace('x, y', 'y, x'));
  expect(edit({ op: 'repeat', path: ['b', 1], id: 'three' })).toBe(`${text}  - id: three\n    n: 2\n`);
});

test('an edit through an alias is refused: it would be made somewhere else too', () => {
  const text = 'a: &list [x, y]\nb: *list\n';
  expect(changedText(text, [{ op: 'drop', path: ['b', 0] }])).toBe(undefined);
});
