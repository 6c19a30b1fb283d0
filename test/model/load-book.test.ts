import { expect, test } from 'vitest';
import { bookEvents } from '../../model/book-events.ts';
import { loadBook } from '../../model/load-book.ts';
import { under } from '../../model/position.ts';
import { edited, findingsOf, smallBook } from './small-book.ts';

const RUNBOOK = 'runbooks/small/shop-down.yaml';

test('a sound book has no finding, and every kind of document in its table', () => {
  const { book, findings, checked } = loadBook(smallBook(), 'small');
  expect(findings).toEqual([]);
  expect(checked.files).toBe(15);
  expect(book?.manifest.title).toBe('Procedures of a small web shop');
  expect([...(book?.severities.keys() ?? [])]).toEqual(['P1', 'P2']);
  expect([...(book?.runbooks.keys() ?? [])]).toEqual(['shop-down']);
  expect(book?.commander).toBe('commander');
  expect(book?.codes.get('503')?.name).toBe('unavailable');
  expect(book?.invariants.get('customers-hear')?.within).toBe('1h');
});

test('a book cannot be changed', () => {
  const { book } = loadBook(smallBook(), 'small');
  const runbook = book?.runbooks.get('shop-down');
  expect(() => runbook?.phases.push()).toThrow(TypeError);
  expect(() => Object.assign(runbook?.phases[0]?.steps[0] ?? {}, { by: 'nobody' })).toThrow(TypeError);
  expect(() => Object.assign(book ?? {}, { id: 'other' })).toThrow(TypeError);
});

test('the same files in another order make the same book', () => {
  const one = loadBook(smallBook(), 'small').book;
  const other = loadBook(smallBook().reverse(), 'small').book;
  expect(JSON.stringify([...(other?.roles ?? [])])).toBe(JSON.stringify([...(one?.roles ?? [])]));
});

test('positions point at keys of blocks and at the values of scalars', () => {
  const { book } = loadBook(smallBook(), 'small');
  const role = book?.roles.get('engineer');
  const step = book?.runbooks.get('shop-down');
  if (!book || !role || !step) throw new Error('the small book is not sound');
  expect(book.position(role.at)).toMatchObject({ line: 12, column: 3 });
  expect(book.position(under(role.at, 'held_by'))).toMatchObject({ line: 14, column: 14 });
  expect(book.position(under(role.at, 'no', 'such'))).toEqual(book.position(role.at));
});

test('the events of a book are those that its own documents can produce', () => {
  const { book } = loadBook(smallBook(), 'small');
  const events = book ? bookEvents(book) : new Set();
  for (const event of [
    'declared',
    'opened.shop-down',
    'level.P1',
    'page-sent.engineer',
    'step.restart.up',
    'shop-up',
  ])
    expect(events).toContain(event);
  for (const event of ['confirmed', 'takeover-due.wake-engineer', 'exhausted.wake-engineer', 'step.rent.up'])
    expect(events).not.toContain(event);
});

test('an event that can be named and never happens leaves a book, which knows the place', () => {
  const files = smallBook(edited(RUNBOOK, 'from: opened}', 'from: exhausted.wake-engineer}'));
  const { book, findings } = loadBook(files, 'small');
  expect(findings).toEqual([]);
  expect(book?.idleEvents.map(({ event, at }) => [event, book.position(at).line])).toEqual([
    ['exhausted.wake-engineer', 29],
  ]);
});

test('a book with a finding is no book', () => {
  const files = smallBook(
    edited('policies/small/roles.yaml', 'held_by: web-engineer', 'held_by: webengineer'),
  );
  const { book, findings } = loadBook(files, 'small');
  expect(book).toBeUndefined();
  expect(findings.map(({ message, hint }) => [message, hint])).toEqual([
    ['there is no person `webengineer` in this book', 'did you mean `web-engineer`?'],
  ]);
});

test('findings come by file, line and column, whoever found them', () => {
  const edits = edited(
    RUNBOOK,
    'by: commander\n        answers',
    'by: nobody\n        colour: red\n        answers',
  );
  const runbook = (edits[RUNBOOK] as string)
    .replace('takes: 1m..5m', 'takes: 5m..1m')
    .replace('runs: incident', 'runs: marathon');
  const roles = edited('policies/small/roles.yaml', 'held_by: web-engineer', 'held_by: nobody');
  const { findings } = loadBook(smallBook({ ...roles, [RUNBOOK]: runbook }), 'small');
  expect(
    findings.map(({ rule, position }) => `${position.file.slice(0, 3)} ${position.line} ${rule}`),
  ).toEqual([
    'pol 14 reference-resolves',
    'run 5 document-fits-its-schema',
    'run 20 span-runs-forward',
    'run 56 reference-resolves',
    'run 57 document-fits-its-schema',
  ]);
});

test('a fingerprint outlives a step that is added before it, and not another subject', () => {
  const fingerprint = (from: string, to: string) => {
    const broken = edited(RUNBOOK, 'read_by: find-cause', 'read_by: find-cause')[RUNBOOK] as string;
    const files = { [RUNBOOK]: broken.replace('takes: 5m..15m', 'takes: 15m..5m').replace(from, to) };
    const [found] = loadBook(smallBook(files), 'small').findings;
    return found?.fingerprint;
  };
  const before = fingerprint('', '');
  expect(before).toMatch(/^[0-9a-f]{12}$/);
  expect(
    fingerprint(
      '      - id: save-logs',
      '      - {id: wake-up, text: Wake up., by: engineer}\n      - id: save-logs',
    ),
  ).toBe(before);
  expect(fingerprint('15m..5m', '16m..5m')).not.toBe(before);
});

test('runbooks that jump round three files are told once, with the way', () => {
  const runbook = (id: string, to: string) =>
    `kind: runbook\nid: ${id}\ntitle: T\nruns: incident\nsource: {section: "1"}\nphases:\n  - id: p\n    title: P\n    order: any\n    steps: [{id: s, text: T, by: engineer, outcomes: {a: {}, b: {jump: ${to}}}}]\n`;
  const files = {
    'runbooks/small/a.yaml': runbook('a', 'b'),
    'runbooks/small/b.yaml': runbook('b', 'c'),
    'runbooks/small/c.yaml': runbook('c', 'a'),
  };
  expect(findingsOf(smallBook(files))).toEqual([
    'runbooks/small/a.yaml:10:72 jumps-end: jumps run in a circle: `a` -> `b` -> `c` -> `a`',
  ]);
  expect(findingsOf(smallBook({ ...files, 'runbooks/small/c.yaml': runbook('c', 'shop-down') }))).toEqual([]);
});
