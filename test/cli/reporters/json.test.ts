import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { json } from '../../../cli/reporters/json.ts';
import { type BookFolder, bookFolder } from '../book-folder.ts';
import { reportSchemas } from './report-schemas.ts';
import { anyReport } from './some-report.ts';

const violations = reportSchemas();
let books: BookFolder;
beforeEach(() => {
  books = bookFolder();
  return () => books.dispose();
});

const printed = (...argv: string[]) => JSON.parse(books.run('.', ...argv).stdout);

test('whatever a book says, a report of check fits its published schema and says the same when it is read', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(violations('check', JSON.parse(json(report)))).toEqual([]);
      expect(JSON.parse(json(report))).toEqual(report);
    }),
  );
});

test('the schemas are closed: a field that appears, vanishes or changes is noticed', () => {
  const report = printed('check', '--json');
  expect(violations('check', report)).toEqual([]);
  expect(violations('check', { ...report, extra: 1 })).not.toEqual([]);
  expect(violations('check', { ...report, version: 2 })).not.toEqual([]);
  expect(violations('check', { version: 1, books: [] })).not.toEqual([]);
});

test('what each command prints fits, when all is well', () => {
  expect(violations('replay', printed('replay', '--json'))).toEqual([]);
  expect(violations('ci', printed('ci', '--format', 'json'))).toEqual([]);
});

test('what each command prints fits, when books and drills fail', () => {
  const runbook = 'runbooks/small/shop-down.yaml';
  const text = readFileSync(join(books.root, runbook), 'utf8');
  books.write(runbook, text.replace('within: {by: 30m', 'within: {by: 3m'));
  books.write('policies/other/book.yaml', 'kind: book\n');
  const report = printed('ci', '--json');
  expect(violations('ci', report)).toEqual([]);
  expect(report.check.findings.length).toBeGreaterThan(0);
  expect(report.replay.replays.some(({ asExpected }: { asExpected: boolean }) => !asExpected)).toBe(true);
});

test('an error fits too', () => {
  expect(violations('error', printed('check', '--json', '--book', 'nowhere'))).toEqual([]);
  expect(violations('error', printed('check', '--json', '--watch'))).toEqual([]);
});
