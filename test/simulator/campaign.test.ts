import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRuns } from '../../simulator/campaign/count-runs.ts';
import { type Incidents, incidentsOf } from '../../simulator/campaign/incidents.ts';
import { piecesOf, rangeOf, seedOf } from '../../simulator/campaign/seeds.ts';
import { joinTallies, type RunbookTally } from '../../simulator/campaign/tally.ts';
import { promiseReports } from '../../simulator/replay/promises.ts';
import { houseBook } from './tiny-book.ts';

const RUNBOOK = 'leak';
const RUNS = 60;
const book = houseBook();
const incidents = incidentsOf(book, RUNBOOK, { failurePercent: 30, freePercent: 10 });
const count = (from: number, to: number, of: Incidents = incidents): RunbookTally =>
  countRuns(book, RUNBOOK, of, 7, { from, to });
const whole = count(0, RUNS);

describe('ranges of runs', () => {
  test('of all parts together are all runs, each once, in order', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 50 }), (runs, of) => {
        const ranges = Array.from({ length: of }, (_, place) => rangeOf(runs, { index: place + 1, of }));
        expect(ranges.map(({ from }) => from)).toEqual([0, ...ranges.slice(0, -1).map(({ to }) => to)]);
        expect(ranges.at(-1)?.to).toBe(runs);
      }),
    );
  });

  test('in pieces are what they were, in no piece more than was allowed', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.integer({ min: 1, max: 20 }), (from, length, size) => {
        const pieces = piecesOf({ from, to: from + length }, size);
        expect(pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0)).toBe(length);
        for (const piece of pieces) expect(piece.to - piece.from).toBeLessThanOrEqual(size);
      }),
    );
  });
});

test('counted in any parts and joined in order, runs come to what they come to at once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: RUNS - 1 }), { maxLength: 5 }), (cuts) => {
      const ends = [0, ...new Set(cuts.toSorted((a, b) => a - b)), RUNS];
      const parts = ends.slice(1).map((to, place) => count(ends[place] as number, to));
      expect(parts.reduce(joinTallies)).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('what is counted is what the same runs, told with their reasons, say of each promise', () => {
  const verdicts = Array.from({ length: RUNS }, (_, run) => promiseReports(incidents.tell(seedOf(7, run))));
  for (const [place, tally] of whole.promises.entries()) {
    const mine = verdicts.map((reports) => reports[place]?.verdict);
    const of = (wanted: string) => mine.filter((verdict) => verdict === wanted).length;
    expect(tally.called).toBe(RUNS - of('not-called'));
    expect([tally.kept, tally.broken, tally.excused, tally.open]).toEqual([
      of('kept'),
      of('broken'),
      of('excused'),
      of('open'),
    ]);
  }
  expect(whole.promises.some(({ broken }) => broken > 0)).toBe(true);
});

test('the seed of a break shows it again, with as many late before it as was said', () => {
  for (const { name, firstBreak, cheapestBreak } of whole.promises)
    for (const breaking of [firstBreak, cheapestBreak]) {
      if (!breaking) continue;
      const { records } = incidents.tell(breaking.seed);
      const broke = records.find(({ kind, event }) => kind === 'promise-violated' && event === name);
      expect(broke, name).toBeDefined();
      const late = records.filter(({ kind, seq }) => kind === 'failed' && seq < (broke?.seq ?? 0)).length;
      expect(late).toBe(breaking.late);
    }
});

test('nobody late means that a break is the fault of the book: without failures it is the only kind', () => {
  const sure = incidentsOf(book, RUNBOOK, { failurePercent: 0, freePercent: 10 });
  for (const { cheapestBreak } of count(0, RUNS, sure).promises) expect(cheapestBreak?.late ?? 0).toBe(0);
});

test('how an incident begins follows from its seed, and every way of beginning comes', () => {
  const ways = Array.from({ length: 200 }, (_, seed) => JSON.stringify(incidents.beginningOf(seed)));
  expect(new Set(ways)).toEqual(
    new Set([
      JSON.stringify({ site: 'signal/water', alternative: 'P0' }),
      JSON.stringify({ site: 'signal/water', alternative: 'P1' }),
      JSON.stringify({ site: 'declare/P0', alternative: 'lead' }),
    ]),
  );
});

test('the time that somebody was still at it is told in seconds, whatever the grain', () => {
  for (let seed = 0; seed < RUNS; seed++) {
    const { stories, records, machine } = incidents.tell(seed);
    expect(machine.grain).toBeGreaterThan(1);
    for (const [seq, { missing }] of stories)
      for (const { since } of missing) {
        if (since === undefined) continue;
        expect(since).toBeLessThanOrEqual(records[seq - 1]?.t ?? -1);
        expect(since % machine.grain).toBe(0);
      }
  }
});
