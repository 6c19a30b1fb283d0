import { expect, test } from 'vitest';
import { loadBook } from '../../../model/load-book.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import { edited, smallBook } from '../../model/small-book.ts';

const DRILL = 'scenarios/small/saturday-sale.yaml';

/** What happens in the drill of the small book: its `restart` is asked for by a cause and by the time box of the search. */
function played(answers: string): string[] {
  const files = smallBook(
    edited(DRILL, 'ends: closed\n', `answers: [${answers}]\nunscripted: latest\nends: 1h\n`),
  );
  const { book, findings } = loadBook(files, 'small');
  expect(findings).toEqual([]);
  const drill = book?.scenarios.get('saturday-sale');
  if (!book || !drill) throw new Error('the small book has its drill');
  return replay(book, drill).run.records.map(({ event, t }) => `${t / 60} ${event}`);
}

const restarts = (records: readonly string[]) =>
  records.filter((record) => record.endsWith(' step.restart.started'));

test('the exit of a time box that a cause asks for too begins at once when that cause is found', () => {
  expect(restarts(played('{site: step/find-cause, is: stuck-process, after: 5m}'))).toHaveLength(1);
});

test('another cause does not call for it', () => {
  expect(restarts(played('{site: step/find-cause, is: too-many-visitors, after: 5m}'))).toEqual([]);
});

test('the time box calls for it whatever cause is found later', () => {
  const records = played('{site: step/find-cause, is: too-many-visitors, after: 40m}');
  const unknown = records.findIndex((record) => record.endsWith(' cause.unknown'));
  expect(unknown).toBeGreaterThan(0);
  expect(restarts(records)).toHaveLength(1);
  expect(records.indexOf(restarts(records)[0] as string)).toBeGreaterThan(unknown);
});
