import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { json } from '../../../cli/reporters/json.ts';
import { type OwnBooks, ownBooks } from '../own-books.ts';
import { reportSchemas } from './report-schemas.ts';
import { anyReport } from './some-report.ts';

const violations = reportSchemas();
let books: OwnBooks;
beforeEach(() => {
  books = ownBooks();
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
  const report = printed('check', '--json', '--book', 'paxiom');
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
  books.edit('policies/paxiom/roles.yaml', 'held_by: operator', 'held_by: operater');
  books.edit(
    'policies/rwa-tokens/communications.yaml',
    '{by: 15m, from: level.P0, at_close: blocks',
    '{by: 5m, from: level.P0, at_close: blocks',
  );
  const report = printed('ci', '--json');
  expect(violations('ci', report)).toEqual([]);
  expect(report.check.findings.length).toBeGreaterThan(0);
  expect(report.replay.replays.some(({ asExpected }: { asExpected: boolean }) => !asExpected)).toBe(true);
});

test('an error fits too', () => {
  expect(violations('error', printed('check', '--json', '--book', 'nowhere'))).toEqual([]);
  expect(violations('error', printed('check', '--json', '--watch'))).toEqual([]);
});
