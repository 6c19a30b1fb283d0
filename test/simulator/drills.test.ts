import { describe, expect, test } from 'vitest';
import { splitIncident } from '../../simulator/incident-name.ts';
import { type Replay, replay } from '../../simulator/replay/replay.ts';
import { OWN_BOOKS } from './own-books.ts';

describe.each(OWN_BOOKS.map((book) => [book.id, book] as const))('the drills of %s', (_, book) => {
  const played = [...book.scenarios.values()].map((scenario): [string, Replay] => [
    scenario.id,
    replay(book, scenario),
  ]);

  test.each(played)(
    '%s plays as its scenario expects, page by page and break by break',
    (_id, { failures }) => {
      expect(failures.map(({ message }) => message)).toEqual([]);
    },
  );

  test.each(played)('%s gives the same bytes when it is played again', (_id, { scenario, trace }) => {
    expect(replay(book, scenario).trace).toBe(trace);
  });

  test.each(played)('%s names only causes that came before their effect', (_id, { run }) => {
    for (const { seq, because } of run.records) for (const cause of because) expect(cause).toBeLessThan(seq);
  });

  test.each(played)('%s says of each break why it cannot be kept', (_id, { scenario }) => {
    for (const { because, promise } of scenario.expect.breaks)
      expect(because, promise).toMatch(/^[A-Z].{12,}\.$/);
  });

  test('call on every invariant of the book at least once: none is vacuous', () => {
    const called = new Set(
      played.flatMap(([, { promises }]) =>
        promises
          .filter(({ verdict }) => verdict !== 'not-called')
          .map(({ promise }) => splitIncident(promise.name).name),
      ),
    );
    const silent = [...book.invariants.keys()].filter((id) => !called.has(`invariant/${id}`));
    expect(silent).toEqual([]);
  });

  test('play every exercise of the schedule', () => {
    const unplayed = [...book.exercises.values()].filter(
      ({ quarter, scenarios = [] }) => !scenarios.some((id) => book.scenarios.get(id)?.quarter === quarter),
    );
    expect(unplayed.map(({ id }) => id)).toEqual([]);
  });
});
