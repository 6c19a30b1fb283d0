import { expect, test } from 'vitest';
import { breakLines } from '../../simulator/replay/break-lines.ts';
import { flooded, STEP, works } from './pattern-drill.ts';
import { houseBook, play } from './tiny-book.ts';

/** What the story of a broken `before: valve-closed, require: …` says in the end. */
function lastLine(require: string, drill: string): string | undefined {
  const changes = [
    STEP,
    `kind: invariants\ninvariants: [{id: x, before: valve-closed, require: ${require}, source: {section: "1"}}]\n`,
    `kind: scenario\nid: drill\n${drill}\n`,
  ].join('---\n');
  const { promises, run } = play(changes);
  const report = promises.find(({ promise }) => promise.name === 'invariant/x');
  const [broken] = report?.breaks ?? [];
  if (!report || !broken) return undefined;
  return breakLines(report, broken, { book: houseBook(changes), records: run.records }).at(-1)?.text;
}

test('a story tells all that had to come first and had not, and nothing that had', () => {
  expect(lastLine('[flooded, joined.lead, acknowledged.worker, level]', works('5m'))).toBe(
    'had not happened yet: “flooded” comes true; Lead joins the war room',
  );
  expect(lastLine('[flooded, joined.lead]', `${flooded('2m')}\n${works('5m')}`)).toBe(
    'had not happened yet: Lead joins the war room',
  );
  expect(lastLine('[flooded]', `${flooded('2m')}\n${works('5m')}`)).toBeUndefined();
});

test('what comes in the same run, but later, had not happened yet', () => {
  expect(lastLine('[flooded]', `${flooded('8m')}\n${works('5m')}`)).toBe(
    'had not happened yet: “flooded” comes true',
  );
});

test('signatures that nobody gave are named', () => {
  expect(lastLine('[{signed: owners, count: 3}]', works('5m'))).toBe(
    'had not happened yet: 3 of Owners sign',
  );
});
