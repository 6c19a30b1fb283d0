import { expect, test } from 'vitest';
import type { Book } from '../../../model/book.ts';
import { incidentsOf } from '../../../model/scenario-incidents.ts';
import { incidentOf, withoutOutages } from '../../../simulator/explore/assumptions.ts';
import { proverOf } from '../../../simulator/explore/prove.ts';
import { actOutDraft, type Theatre } from '../../../simulator/explore/sightings/act-out-draft.ts';
import { drillDrafts, playedDrills } from '../../../simulator/explore/sightings/drill-drafts.ts';
import { lookOutFrom } from '../../../simulator/explore/sightings/look-out.ts';
import { scenarioOf } from '../../../simulator/explore/story/scenario-of.ts';
import { startsOf } from '../../../simulator/explore/story/starts.ts';
import { inIncident } from '../../../simulator/incident-name.ts';
import { type IncidentSeed, lowerIncidents } from '../../../simulator/lower/incident.ts';
import { recordedFor } from '../../../simulator/proofs/recorded.ts';
import { rank } from '../../../simulator/proofs/standing.ts';
import { OWN_BOOKS } from '../own-books.ts';

const BOOKS = OWN_BOOKS.map((book) => [book.id, book] as const);

function theatreOf(book: Book, incidents: readonly IncidentSeed[]): Theatre {
  const whole = lowerIncidents(book, incidents, { grain: 1 });
  const assumed = withoutOutages(incidents.reduce(incidentOf, whole));
  const starts = startsOf(whole, '2026-09-16T14:00:00Z', book.manifest.calendar);
  return { book, incidents, whole, assumed, starts };
}

const alone = (runbook: string): IncidentSeed[] => [{ id: undefined, runbook }];

test.each(BOOKS)(
  'what a saved story of %s breaks is known before any search, and told just as it is saved',
  (_, book) => {
    const saved = [...book.scenarios.values()].filter(({ at }) => at.file.includes('/regressions/'));
    for (const story of saved) {
      const incidents = incidentsOf(story).map(({ id, runbook }) => ({ id, runbook }));
      const theatre = theatreOf(book, incidents);
      const [about] = story.expect.breaks;
      const name = inIncident(about?.incident, about?.promise ?? '');
      const promise = theatre.whole.promises.find((each) => each.name === name);
      const seen = promise && lookOutFrom(theatre).inDrills(promise);
      if (!seen) throw new Error(`${story.id} breaks nothing`);
      const told = scenarioOf(seen.acted, {
        id: story.id,
        title: story.title,
        briefing: story.briefing,
        because: about?.because ?? '',
        incidents,
        promise: name,
        starts: seen.acted.starts,
      });
      const { at, expect: expected, ...words } = story;
      expect({ ...told, expect: undefined, kind: undefined }, story.id).toMatchObject({
        ...words,
        kind: undefined,
      });
    }
    expect(saved.length).toBeGreaterThan(10);
  },
);

// A drill can stop a timer, which no run of a proof does; its breaks are not what a proof would call a break.
test.each(BOOKS)('no drill of %s breaks what it is recorded to survive', (_, book) => {
  let breaks = 0;
  for (const runbook of book.runbooks.keys()) {
    const theatre = theatreOf(book, alone(runbook));
    const drills = playedDrills(theatre);
    for (const promise of theatre.whole.promises) {
      const recorded = recordedFor(book, { book: book.id, runbook, promise: promise.name });
      for (const draft of drillDrafts(drills, promise)) {
        breaks++;
        if (recorded === null || draft.cost > rank(recorded)) continue;
        const acted = actOutDraft(theatre, promise, draft, { starts: [draft.starts] });
        expect(acted?.cost, `${promise.name} of ${runbook}`).toBeUndefined();
      }
    }
  }
  expect(breaks).toBeGreaterThan(50);
});

test('a drill shows a break though the random run by which it was decided before shows it no more', () => {
  const book = OWN_BOOKS.find(({ id }) => id === 'rwa-tokens') as Book;
  const name = 'milestone/action-items-tracked';
  const prover = proverOf(book, {
    runbook: 'general-response',
    budget: { states: 2_000, bytes: 1e8 },
    outages: false,
    starts: '2026-09-16T14:00:00Z',
    clueTo: () => ({ broken: { looksAt: [`promise/${name}`] }, breaksIn: 1 }),
  });
  const promise = prover.machine.promises.find((each) => each.name === name);
  expect(promise && prover.prove(promise).verdict).toMatchObject({ kind: 'broken', cost: 1 });
});
