import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningsOf } from '../../../simulator/campaign/beginnings.ts';
import { incidentOf, withoutOutages } from '../../../simulator/explore/assumptions.ts';
import { prove } from '../../../simulator/explore/prove.ts';
import { actOutDraft, breakIn } from '../../../simulator/explore/sightings/act-out-draft.ts';
import { calmDown, tidyUp } from '../../../simulator/explore/sightings/calm-down.ts';
import { lookOutFrom } from '../../../simulator/explore/sightings/look-out.ts';
import { randomDraft } from '../../../simulator/explore/sightings/random-draft.ts';
import { sightingsIn } from '../../../simulator/explore/sightings/sightings.ts';
import { drillOf } from '../../../simulator/explore/story/scenario-of.ts';
import { startsOf } from '../../../simulator/explore/story/starts.ts';
import { lowerIncident } from '../../../simulator/lower/incident.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import { bookOnDisk } from '../book-on-disk.ts';
import { type TellingHouse, tellingBook, tellingHouses } from '../telling-house.ts';

const RUNBOOK = 'leak';
const STARTS = '2026-09-16T14:00:00Z';

function seenIn(house: TellingHouse) {
  const book = tellingBook(house);
  const incident = { id: undefined, runbook: RUNBOOK };
  const whole = lowerIncident(book, { runbook: RUNBOOK, grain: 1 });
  const assumed = withoutOutages(incidentOf(whole, incident));
  const theatre = {
    book,
    incidents: [incident],
    whole,
    assumed,
    starts: startsOf(whole, STARTS, book.manifest.calendar),
  };
  return { theatre, sightings: sightingsIn(assumed, beginningsOf(book, RUNBOOK), 600) };
}

test('what was seen is a run: played once more it breaks the promise at that second, after so many failures', () => {
  let seen = 0;
  fc.assert(
    fc.property(tellingHouses, (house) => {
      const { theatre, sightings } = seenIn(house);
      for (const [place, promise] of theatre.whole.promises.entries())
        for (const sighting of sightings.breaks(place)) {
          const { records } = randomDraft(theatre.assumed, sighting).run;
          const broken = records.find(
            ({ kind, event }) => kind === 'promise-violated' && event === promise.name,
          );
          expect(broken?.t).toBe(sighting.at);
          const failed = records.filter(({ kind, seq }) => kind === 'failed' && seq < (broken?.seq ?? 0));
          expect(failed).toHaveLength(sighting.cost);
          seen++;
        }
    }),
    { seed: 1, numRuns: 5 },
  );
  expect(seen).toBeGreaterThan(20);
});

test('nothing is seen that a proof excludes', () => {
  let stories = 0;
  fc.assert(
    fc.property(tellingHouses, (house) => {
      const { theatre, sightings } = seenIn(house);
      const proofs = prove(theatre.book, {
        runbook: RUNBOOK,
        budget: { states: 1000, bytes: 1e8 },
        outages: false,
        starts: STARTS,
      });
      for (const [place, { tolerance, verdict }] of proofs.entries()) {
        if (verdict.kind === 'never-called') expect(sightings.called(place)).toBe(false);
        for (const sighting of sightings.breaks(place).slice(0, 1)) {
          expect(sighting.cost).toBeGreaterThan(tolerance);
          const acted = actOutDraft(
            theatre,
            theatre.whole.promises[place] as never,
            randomDraft(theatre.assumed, sighting),
          );
          // A drill gives one answer at a site; a run that gave two there is none.
          if (!acted) continue;
          expect(acted.cost).toBeGreaterThan(tolerance);
          expect(acted.cost).toBeLessThanOrEqual(sighting.cost);
          stories++;
        }
      }
    }),
    { seed: 2, numRuns: 2 },
  );
  expect(stories).toBeGreaterThan(5);
});

test('what made a story calm makes the same one again, and whatever else is named, the story happens', () => {
  let stories = 0;
  fc.assert(
    fc.property(tellingHouses, fc.array(fc.nat(60), { maxLength: 8 }), (house, wrong) => {
      const { theatre, sightings } = seenIn(house);
      for (const [place, promise] of theatre.whole.promises.entries())
        for (const sighting of sightings.breaks(place).slice(0, 1)) {
          const draft = randomDraft(theatre.assumed, sighting);
          const calm = actOutDraft(theatre, promise, draft);
          if (!calm) continue;
          expect(actOutDraft(theatre, promise, draft, calm)).toEqual(calm);
          const other = actOutDraft(theatre, promise, draft, { calmedBy: wrong });
          if (!other) throw new Error('whatever is said of its trials, the run breaks the promise');
          expect(other.cost).toBeLessThanOrEqual(sighting.cost);
          expect(breakIn(other.acted.run.records, promise.name)?.at).toBe(other.acted.broke);
          stories++;
        }
    }),
    { seed: 3, numRuns: 3 },
  );
  expect(stories).toBeGreaterThan(5);
});

// Rounded to full minutes, an answer can come so late that the next of its site is never asked for.
test('a story of what was seen is a drill: every answer of it is asked for, and it breaks at its second', () => {
  const book = bookOnDisk('rwa-tokens');
  const incident = { id: undefined, runbook: 'federal-action-freeze' };
  const whole = lowerIncident(book, { ...incident, grain: 1 });
  const assumed = withoutOutages(incidentOf(whole, incident));
  const starts = startsOf(whole, STARTS, book.manifest.calendar);
  const lookOut = lookOutFrom({ book, incidents: [incident], whole, assumed, starts });
  const joins = whole.promises.filter(({ name }) => name.startsWith('join/'));
  expect(joins.length).toBeGreaterThan(2);
  for (const promise of joins) {
    const seen = lookOut.atRandom(promise);
    if (!seen) throw new Error(`${promise.name} was not seen to break`);
    const { scenario } = drillOf(book, seen.acted, {
      id: 'seen',
      title: promise.name,
      briefing: promise.text,
      because: promise.text,
      incidents: [incident],
      promise: promise.name,
      starts: seen.acted.starts,
    });
    const { failures } = replay(book, { ...scenario, at: { file: 'seen.yaml', path: [] } });
    expect(failures, promise.name).toEqual([]);
  }
});

test('of any parts, those and only those stay that the story needs', () => {
  const parts = fc.uniqueArray(fc.nat(99), { maxLength: 40 });
  fc.assert(
    fc.property(
      parts.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
      ([all, needed]) => {
        const story = calmDown(all, all, (some) =>
          needed.every((each) => some.includes(each)) ? [...some] : undefined,
        );
        expect(story).toEqual(needed);
      },
    ),
  );
});

test('a part gives way to the simplest that the story can do with', () => {
  const floor = (n: number) => [0, n - (n % 10), n - (n % 5)];
  const atLeast = (least: readonly number[]) => (some: readonly number[]) =>
    some.every((each, place) => each >= (least[place] as number)) ? [...some] : undefined;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(99), fc.nat(99))), (pairs) => {
      const least = pairs.map(([a, b]) => Math.min(a, b));
      const parts = pairs.map(([a, b]) => Math.max(a, b));
      expect(tidyUp(parts, parts, floor, atLeast(least))).toEqual(
        parts.map((part, place) => floor(part).find((each) => each >= (least[place] as number)) ?? part),
      );
    }),
  );
});
