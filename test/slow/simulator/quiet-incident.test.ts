import { describe, expect, test } from 'vitest';
import type { Book, Entity } from '../../../model/book.ts';
import type { ScenarioDocument } from '../../../model/generated/types.ts';
import { inIncident } from '../../../simulator/incident-name.ts';
import { lowerIncidents } from '../../../simulator/lower/incident.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import type { TraceRecord } from '../../../simulator/run/trace.ts';
import { OWN_BOOKS } from '../../simulator/own-books.ts';

/** The drill as the first of two incidents, the second of which nothing begins. */
function besideAQuietOne(book: Book, scenario: Entity<ScenarioDocument>): Entity<ScenarioDocument> {
  const { runbook = '', also, ...rest } = scenario;
  const speaking = new Set(scenario.injects.map(({ signal }) => signal?.monitor));
  const quiet = [...book.runbooks.values()].find(
    ({ id, runs, triggers = [] }) =>
      runs === 'incident' && id !== runbook && !triggers.some(({ monitor }) => speaking.has(monitor ?? '')),
  );
  const incidents = [
    { id: 'one', runbook, ...(also ? { also } : {}) },
    { id: 'other', runbook: quiet?.id ?? '' },
  ];
  const sites = new Set(lowerIncidents(book, incidents).windows.map(({ site }) => site));
  const whose = (site: string) =>
    sites.has(inIncident('one', site.split(/[@#]/)[0] ?? '')) ? { incident: 'one' } : {};
  return {
    ...rest,
    incidents,
    injects: scenario.injects.map((inject) => ({ ...inject, incident: 'one' })),
    answers: (scenario.answers ?? []).map((answer) => ({ ...answer, ...whose(answer.site) })),
  };
}

const DRILLS = OWN_BOOKS.flatMap((book) =>
  [...book.scenarios.values()]
    .filter(({ incidents }) => !incidents)
    .map((scenario): [string, Book, Entity<ScenarioDocument>] => [scenario.id, book, scenario]),
);

/** Where the most severe incident comes first, its severity is one more reason for each step. */
const whatIs =
  ({ manifest }: Book) =>
  ({ incident, because, ...record }: TraceRecord) =>
    manifest.priority === 'severity' ? record : { ...record, because };

describe('an incident beside one that never begins', () => {
  test.each(DRILLS)('goes as it goes alone: %s', (_, book, scenario) => {
    const alone = replay(book, scenario).run.records;
    const beside = replay(book, besideAQuietOne(book, scenario)).run.records;
    expect(beside.filter(({ incident }) => incident === 'other')).toEqual([]);
    // The drill goes on, since the other incident is not closed.
    expect(beside.slice(0, alone.length).map(whatIs(book))).toEqual(alone.map(whatIs(book)));
  });
});
