import { describe, expect, test } from 'vitest';
import type { Book } from '../../model/book.ts';
import { randomChooser } from '../../simulator/choose/random.ts';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { type Run, run } from '../../simulator/run/run.ts';
import { writeTrace } from '../../simulator/run/trace.ts';
import { OWN_BOOKS } from './own-books.ts';

const SEEDS = [1, 2, 3, 4, 5];
const DAY = 86_400;

/** One incident that somebody declares at the most severe level, with everything else left to chance. */
function simulate(book: Book, runbook: string, seed: number): Run {
  const machine = lowerIncident(book, { runbook });
  const [level] = book.severities.keys();
  const begins = { site: `declare/${level}`, alternative: book.commander ?? '' };
  return run(machine, randomChooser(seed, { failurePercent: 10, begins }), {
    until: 'closed',
    horizon: (2 * DAY) / machine.grain,
  });
}

const traceOf = ({ records }: Run): string => writeTrace({ book: '', scenario: '', starts: '' }, records);

const incidents = OWN_BOOKS.flatMap((book) =>
  [...book.runbooks.values()]
    .filter(({ runs }) => runs === 'incident')
    .map(({ id }): [string, Book] => [id, book]),
);

describe.each(incidents)('random runs of %s', (runbook, book) => {
  const runs = SEEDS.map((seed) => simulate(book, runbook, seed));

  test('are the same for the same seed and differ between seeds', () => {
    const traces = runs.map(traceOf);
    expect(SEEDS.map((seed) => traceOf(simulate(book, runbook, seed)))).toEqual(traces);
    expect(new Set(traces).size).toBeGreaterThan(1);
  });

  test('tell time forwards and causes backwards', () => {
    for (const { records } of runs)
      records.forEach(({ t, seq, because }, index) => {
        expect(seq).toBe(index + 1);
        expect(t).toBeGreaterThanOrEqual(records[index - 1]?.t ?? 0);
        for (const cause of because) expect(cause).toBeLessThan(seq);
      });
  });

  test('never resolve an incident twice, nor do anything but post-incident work after it is closed', () => {
    const after = new Set(['milestone', 'failed', 'inject']);
    for (const { records } of runs) {
      expect(records.filter(({ kind }) => kind === 'resolved').length).toBeLessThanOrEqual(1);
      const closed = records.findIndex(({ kind }) => kind === 'closed');
      const later = closed < 0 ? [] : records.slice(closed + 1);
      for (const { kind } of later) expect(after.has(kind) || kind.startsWith('promise-'), kind).toBe(true);
    }
  });
});
