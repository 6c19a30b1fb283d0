import { expect, test } from 'vitest';
import type { Entity } from '../../../model/book.ts';
import type { ScenarioDocument } from '../../../model/generated/types.ts';
import { shownByScenario } from '../../../simulator/coverage/by-scenarios.ts';
import { coverageItems } from '../../../simulator/coverage/items.ts';
import { lowerIncident, lowerIncidents } from '../../../simulator/lower/incident.ts';
import { houseBook } from '../tiny-book.ts';
import { BOTH, MOULD } from './two-leaks.ts';

const book = houseBook(`${MOULD}
---
kind: scenario
id: drill
runbook:
incidents: ${BOTH}
injects: [{at: 0m, signal: {monitor: water, level: P0}}, {at: 0m, signal: {monitor: walls, level: P1}}]
ends: 5m
people: {paul: {works: 4m}}
`);

test('a drill of two incidents covers what either of them shows, in the words of one', () => {
  const shown = shownByScenario(book, book.scenarios.get('drill') as Entity<ScenarioDocument>);
  expect([...shown].filter((name) => name.includes(': '))).toEqual([]);
  expect(shown).toContain('step/leak/close-valve');
  expect(shown).not.toContain('step/mould/paint');
});

test('two incidents have the items of each of them alone, and no others', () => {
  const names = (items: readonly { readonly name: string }[]) => new Set(items.map(({ name }) => name));
  const both = lowerIncidents(book, [
    { id: 'cellar', runbook: 'leak' },
    { id: 'attic', runbook: 'mould' },
  ]);
  const alone = ['leak', 'mould'].flatMap((runbook) => coverageItems(book, lowerIncident(book, { runbook })));
  expect(names(coverageItems(book, both))).toEqual(names(alone));
});
