import { describe, expect, test } from 'vitest';
import { incidentOf, without, withoutOutages } from '../../../simulator/explore/assumptions.ts';
import type { Proof } from '../../../simulator/explore/proof.ts';
import { prove } from '../../../simulator/explore/prove.ts';
import { decide } from '../../../simulator/explore/refinement/decide.ts';
import { startsOf } from '../../../simulator/explore/story/starts.ts';
import { subjectOf } from '../../../simulator/explore/subject.ts';
import type { Machine } from '../../../simulator/kernel/machine.ts';
import { lowerIncidents } from '../../../simulator/lower/incident.ts';
import { houseBook } from '../../simulator/tiny-book.ts';

/** One caretaker has the house to herself: a leak that must be shut off, and mould that takes three steps. */
const ALONE = `
kind: roles
roles:
  lead: {title: Lead, held_by: paul, source: {section: "1"}}
  worker: {title: Worker, held_by: paul, source: {section: "1"}}
contacts: {lead: {primary: paul, backup: null}, worker: {primary: paul, backup: null}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close., by: worker, takes: 0..5m, within: {by: 15m, from: declared}, produces: [valve-closed]}]
---
kind: runbook
id: mould
title: Mould grows
runs: incident
source: {section: "3"}
severity: {always: P1}
phases:
  - id: scrub
    title: Scrub
    order: sequence
    steps:
      - {id: look, text: Look., by: worker, takes: 0..5m}
      - {id: scrub, text: Scrub., by: worker, takes: 0..5m}
      - {id: paint, text: Paint., by: worker, takes: 0..5m, produces: [mould-gone]}
resolved: {when: [mould-gone]}
close: {by: lead}
---
kind: monitors
monitors:
  walls:
    title: Walls
    tool: Nose
    interval: real-time
    thresholds: {P1: {condition: mouldy, text: The wall is mouldy., opens: mould}}
    source: {section: "3"}
`;
const STARTS = '2026-01-05T09:00:00Z';
const PRIORITY = `${ALONE}---\nkind: book\nid: house\npriority: severity\n`;

const proof = (text: string, promise: string, beside?: string): Proof => {
  const [found] = prove(houseBook(text), {
    runbook: 'leak',
    ...(beside === undefined ? {} : { beside }),
    promises: [promise],
    budget: { states: 200_000, bytes: 5e8 },
    outages: false,
    starts: STARTS,
  });
  if (!found) throw new Error(`no promise ${promise}`);
  return found;
};
const cost = ({ verdict }: Proof) => (verdict.kind === 'broken' ? verdict.cost : verdict.kind);

/** Cost of the cheapest break of a promise in a pair whose second incident nobody declares a P0 by hand. */
function lessSevere(text: string, promise: string): number | undefined {
  const seeds = [
    { id: 'first', runbook: 'leak' },
    { id: 'second', runbook: 'mould' },
  ] as const;
  const book = houseBook(text);
  const whole = lowerIncidents(book, seeds, { grain: 1 });
  const assumed = without(
    withoutOutages(seeds.reduce<Machine>(incidentOf, whole)),
    ({ site }) => site === 'second: declare/P0',
  );
  const starts = startsOf(whole, STARTS, book.manifest.calendar);
  const target = whole.promises.findIndex(({ name }) => name === promise);
  return decide(subjectOf(whole, assumed, seeds[0], starts), target, 'broken', {
    states: 200_000,
    bytes: 5e8,
  }).found?.cost;
}

describe('a deadline of one person', () => {
  test('breaks alone only if he fails, and by itself beside another incident', () => {
    expect(cost(proof(ALONE, 'step/close-valve'))).toBe(1);
    const pair = proof(ALONE, 'first: step/close-valve', 'mould');
    expect(pair.beside).toBe('mould');
    expect(cost(pair)).toBe(0);
  });

  test('is broken only by an incident as severe where the most severe comes first', () => {
    const { verdict } = proof(PRIORITY, 'first: step/close-valve', 'mould');
    if (verdict.kind !== 'broken') throw new Error(verdict.kind);
    expect(verdict.cost).toBe(0);
    expect(verdict.story.scenario.injects).toContainEqual(
      expect.objectContaining({ incident: 'second', declare: expect.objectContaining({ severity: 'P0' }) }),
    );
  });

  test('needs a failure again beside one that stays less severe', () => {
    const promise = 'first: step/close-valve';
    expect([lessSevere(ALONE, promise), lessSevere(PRIORITY, promise)]).toEqual([0, 1]);
  });

  test('breaks in a story that is a drill of two incidents and replays', () => {
    const { verdict } = proof(ALONE, 'first: step/close-valve', 'mould');
    if (verdict.kind !== 'broken') throw new Error(verdict.kind);
    const { scenario, reproduces } = verdict.story;
    expect(scenario.incidents).toEqual([
      { id: 'first', runbook: 'leak' },
      { id: 'second', runbook: 'mould' },
    ]);
    expect(reproduces).toBe(true);
  });
});
