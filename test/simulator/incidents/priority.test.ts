import { describe, expect, test } from 'vitest';
import { playTwo } from './two-leaks.ts';

const PRIORITY = 'kind: book\nid: house\npriority: severity';
const drill = (injects: string, priority = '') => {
  const { run } = playTwo(
    `injects: [${injects}]\nends: 6h\npeople: {paul: {works: 10m}}`,
    priority,
    '[{id: attic, runbook: mould}, {id: cellar, runbook: leak}]',
  );
  return run.records
    .filter(({ kind }) => kind === 'step-started')
    .map(({ t, subject }) => `${t / 60} ${subject}`);
};
const WALLS = '{at: 0m, signal: {monitor: walls, level: P1}}';
const WATER = '{at: 15m, signal: {monitor: water, level: P0}}';

describe('between two steps', () => {
  test('a person takes them as they come, unless the book says otherwise', () => {
    expect(drill(`${WALLS}, ${WATER}`)).toEqual(['0 look', '10 scrub', '20 paint', '30 close-valve']);
  });

  test('the most severe incident comes first where the book says so, and interrupts nothing', () => {
    expect(drill(`${WALLS}, ${WATER}`, PRIORITY)).toEqual([
      '0 look',
      '10 scrub',
      '20 close-valve',
      '30 paint',
    ]);
  });

  test('a severe incident whose work waits for something else holds nobody up', () => {
    const waits = `${PRIORITY}
---
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: close-valve, text: Close., by: worker, requires: [flooded], produces: [valve-closed]}]}`;
    expect(drill(`${WALLS}, ${WATER}, {at: 25m, incident: cellar, fact: flooded}`, waits)).toEqual([
      '0 look',
      '10 scrub',
      '20 paint',
      '30 close-valve',
    ]);
  });

  test('an incident that is raised meanwhile comes first from then on', () => {
    const raise = `${PRIORITY}
---
kind: severities
raise: [{level: P1, to: P0, after: 12m, from: level, while: unresolved, source: {section: "1"}}]
---
kind: runbook
id: leak
severity: {always: P1}`;
    const begins =
      '{at: 0m, signal: {monitor: walls, level: P1}}, {at: 1m, signal: {monitor: water, level: P1}}';
    expect(drill(begins, raise)).toEqual(['0 look', '10 scrub', '20 paint', '30 close-valve']);
  });
});
