import { expect, test } from 'vitest';
import { readBookFiles } from '../../cli/read-book-files.ts';
import { filesOfPart } from '../../model/book-part.ts';
import { loadBook } from '../../model/load-book.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { whoIsPaged } from '../../simulator/who.ts';
import { OWN_BOOKS } from '../simulator/own-books.ts';

const file = (name: string, text: string): SourceFile => ({
  file: name,
  bytes: new TextEncoder().encode(text),
});
const names = (files: readonly { readonly file: string }[]) => files.map(({ file }) => file);

const SHEET = file('policies/x/codes.yaml', 'kind: codes\ncodes:\n  "-1": {runbook: named-by-the-sheet}\n');
const kept = (...files: readonly SourceFile[]) => names(filesOfPart([SHEET, ...files], 'codes')).slice(1);

test.each([
  ['a runbook that calls a check', 'kind: runbook\nid: a\nphases: [{steps: [{check: sync-committee}]}]\n'],
  ['one that opens on a code', 'kind: runbook\nid: a\ntriggers:\n  - "code": -3\n'],
  ['one that expects a code', 'kind: runbook\nid: a\nphases: [{steps: [{expects : 6042}]}]\n'],
  ['one whose key hides behind an escape', 'kind: runbook\nid: a\nx: {"\\x63heck": y}\n'],
  ['one that a sheet names', 'kind: runbook\nid: named-by-the-sheet\ntitle: T\n'],
  ['one that says no id in the usual way', 'kind: runbook\n"id": a\ntitle: T\n'],
  ['a file that says its kind late', 'roles: {}\nkind: roles\n'],
  ['a file that says its kind in another way', '"kind": roles\n'],
  ['a file of no known kind', 'kind: runbok\nid: a\n'],
])('codes need %s', (_, text) => {
  expect(kept(file('runbooks/x/a.yaml', text))).toEqual(['runbooks/x/a.yaml']);
});

test.each([
  ['a runbook that has nothing to do with codes', 'kind: runbook\nid: other\ntitle: Checked by hand\n'],
  ['a document in which no code can stand', '# code: 1\nkind: roles # of people\nroles: {}\n'],
])('codes do not need %s', (_, text) => {
  expect(kept(file('runbooks/x/a.yaml', text))).toEqual([]);
});

test('drills that are named need no other drill and no waiver, and all that they are played on', () => {
  const drill = (id: string) => file(`scenarios/x/${id}.yaml`, `kind: scenario\nid: ${id}\ntitle: T\n`);
  const others = [
    file('policies/x/waivers.yaml', 'kind: waivers\nwaivers: []\n'),
    file('policies/x/invariants.yaml', 'kind: invariants\ninvariants: []\n'),
    file('runbooks/x/a.yaml', 'kind: runbook\nid: a\n'),
    file('scenarios/x/odd.yaml', 'id: odd\nkind: scenario\n'),
  ];
  const files = [...others, drill('one'), drill('two'), drill('three')];
  const drills = new Set(['one', 'scenarios/x/two.yaml']);
  expect(names(filesOfPart(files, { drills }))).toEqual([
    'policies/x/invariants.yaml',
    'runbooks/x/a.yaml',
    'scenarios/x/odd.yaml',
    'scenarios/x/one.yaml',
    'scenarios/x/two.yaml',
  ]);
});

test.each(OWN_BOOKS.map((book) => [book.id, book] as const))(
  '%s: the part that says who is paged says it at every level as the whole does',
  (id, whole) => {
    const { book, findings } = loadBook(readBookFiles('.', id, ['policies', 'runbooks']), id, 'people');
    expect(findings).toEqual([]);
    if (!book) return;
    expect(book.runbooks.size).toBe(0);
    for (const severity of whole.severities.keys())
      for (const service of [undefined, ...whole.services.keys()]) {
        const question = { severity, service, at: 1_793_520_000 };
        expect(whoIsPaged(book, question)).toEqual(whoIsPaged(whole, question));
      }
  },
);

test.each(OWN_BOOKS.map((book) => [book.id, book] as const))(
  '%s: the part that codes need has the same codes and contracts, from less than half of the text',
  (id, whole) => {
    const files = readBookFiles('.', id, ['policies', 'runbooks']);
    const { book, findings } = loadBook(files, id, 'codes');
    expect(findings).toEqual([]);
    expect(book?.contracts).toEqual(whole.contracts);
    expect(book?.codes).toEqual(whole.codes);
    for (const runbook of book?.runbooks.values() ?? [])
      expect(runbook).toEqual(whole.runbooks.get(runbook.id));
    const size = (some: ReturnType<typeof filesOfPart>) =>
      some.reduce((sum, each) => sum + ('bytes' in each ? each.bytes.length : 0), 0);
    expect(size(filesOfPart(files, 'codes'))).toBeLessThan(size(files) / 2);
  },
);
