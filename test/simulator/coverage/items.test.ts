import { describe, expect, test } from 'vitest';
import type { Book } from '../../../model/book.ts';
import { type Chances, incidentsOf } from '../../../simulator/campaign/incidents.ts';
import { indexOf, TAG, tagOf } from '../../../simulator/compiled/trace-codes.ts';
import { instrument } from '../../../simulator/coverage/instrument.ts';
import { coverageItems } from '../../../simulator/coverage/items.ts';
import type { Effect, Machine } from '../../../simulator/kernel/machine.ts';
import { lowerIncident } from '../../../simulator/lower/incident.ts';
import { playScenario } from '../../../simulator/replay/replay.ts';
import { OWN_BOOKS } from '../own-books.ts';

const CASES = OWN_BOOKS.flatMap((book) => [...book.runbooks.keys()].map((id): [string, Book] => [id, book]));

/** Told by the facilitator, or a clock by which an invariant watches. */
const OUTSIDE = /^(inject|timer\/(early|silent|lasting))\//;

/** Events that a move emits by itself, whatever follows from them. */
const emits = (effects: readonly Effect[]): number[] =>
  effects.flatMap((effect) =>
    effect.op === 'emit' ? [effect.event] : effect.op === 'if' ? emits(effect.effects) : [],
  );

describe.each(CASES)('the items of %s', (runbook, book) => {
  const machine = lowerIncident(book, { runbook });
  const items = coverageItems(book, machine);
  const witnesses = items.flatMap(({ seen }) => seen);

  test('leave out no move: every way of every window is seen in some item', () => {
    const moves = new Set(
      witnesses.flatMap((w) => (w.op === 'move' ? [`${w.window} ${w.alternative}`] : [])),
    );
    const events = new Set(witnesses.flatMap((w) => (w.op === 'event' ? [w.event] : [])));
    const missed = machine.windows.flatMap(({ site, alternatives }, window) =>
      alternatives.flatMap(({ name, effects }, alternative) =>
        OUTSIDE.test(site) ||
        moves.has(`${window} ${alternative}`) ||
        emits(effects).some((event) => events.has(event))
          ? []
          : [`${site} ${name}`],
      ),
    );
    expect(missed).toEqual([]);
  });

  test('leave out nothing that the book states to happen by itself', () => {
    const seen = new Set(witnesses.flatMap((w) => (w.op === 'consequence' ? [w.consequence] : [])));
    const missed = machine.consequences.flatMap(({ name, at }, index) =>
      at && !seen.has(index) ? [name] : [],
    );
    expect(missed).toEqual([]);
  });

  test('have one name each, and each stands in a file of the book', () => {
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
    for (const { at, name } of items) expect(book.position(at).line, name).toBeGreaterThan(0);
  });
});

describe('a machine that tells its items', () => {
  const told = (machine: Machine, book: Book) => instrument(machine, coverageItems(book, machine));

  test.each(OWN_BOOKS.map((book): [string, Book] => [book.id, book]))(
    'makes the same moves in drills of %s: without its own events the trace is the same',
    (_, book) => {
      for (const scenario of [...book.scenarios.values()].filter((_, place) => place % 6 === 0)) {
        const plain = playScenario(book, scenario).run;
        const more = playScenario(book, scenario, (machine) => told(machine, book).machine).run;
        const lines = (records: typeof plain.records) =>
          records
            .filter(({ event }) => !event.startsWith('cover/'))
            .map(({ t, kind, event, by }) => [t, kind, event, by]);
        expect(lines(more.records)).toEqual(lines(plain.records));
        expect(more.records.length).toBeGreaterThan(plain.records.length);
        expect(more.how).toBe(plain.how);
      }
    },
  );

  test('makes the same moves in random runs: the same draws, the same integers', () => {
    const chances: Chances = { failurePercent: 20, freePercent: 20 };
    const [runbook, book] = CASES.find(([id]) => id.includes('101')) ?? CASES[0] ?? [];
    if (!runbook || !book) throw new Error('no book');
    let first = 0;
    const plain = incidentsOf(book, runbook, chances);
    const more = incidentsOf(book, runbook, chances, (machine) => {
      const instrumented = told(machine, book);
      first = instrumented.firstEvent;
      return instrumented.machine;
    });
    for (let seed = 0; seed < 40; seed++) {
      const mine = plain.play(seed);
      const before = [...mine.trace.subarray(0, mine.length)];
      const { trace, length } = more.play(seed);
      const after = [...trace.subarray(0, length)].filter(
        (entry) => tagOf(entry) !== TAG.event || indexOf(entry) < first,
      );
      expect(after).toEqual(before);
      expect(length).toBeGreaterThan(before.length);
    }
  });
});
