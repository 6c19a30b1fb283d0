import { expect, test } from 'vitest';
import type { Book, Entity } from '../../../model/book.ts';
import type { ScenarioDocument } from '../../../model/generated/types.ts';
import { prove } from '../../../simulator/explore/prove.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import { houseBook } from '../tiny-book.ts';

/** Whoever works without power brings a lamp; nobody ever dries the attic. */
const RULES = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: bring-lamp, text: Bring a lamp., by: worker, if: {lost: [power]}, takes: 0..5m, within: {by: 30m, from: declared}}
      - {id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed]}
---
kind: invariants
invariants:
  - {id: lamp-is-lit, text: The lamp is lit at once., after: step.bring-lamp, expect: step.close-valve, within: 30m, source: {section: "1"}}
  - {id: soon-is-answered, text: A drip is answered at once., after: level.P1, expect: step.close-valve, within: 30m, source: {section: "1"}}
`;
const BOOK = houseBook(RULES);

const withDrill = (world: string): Book =>
  houseBook(`${RULES}---
kind: scenario
id: dark
title: In the dark
briefing: Water drips.
runbook: leak
starts: 2026-09-16T14:00:00Z
world: ${world}
injects: [{at: 0s, declare: {severity: P0, by: lead}}]
unscripted: earliest
ends: 1h
expect: {pages: [], breaks: []}
`);

const proofOf = (promise: string, outages: boolean, book = BOOK) =>
  prove(book, {
    runbook: 'leak',
    promises: [promise],
    budget: { states: 20_000, bytes: 1e8 },
    outages,
    starts: '2026-09-16T14:00:00Z',
  })[0];

test('what is called on only where a capability is lost says so, and is judged where it may be', () => {
  const asked = proofOf('invariant/lamp-is-lit', false);
  const told = proofOf('invariant/lamp-is-lit', true);
  expect([asked?.inOutages, told?.inOutages]).toEqual([true, false]);
  expect(asked?.verdict).toEqual(told?.verdict);
  expect(asked?.tolerance).toBe(0);
  expect(asked?.verdict).toMatchObject({ kind: 'broken', cost: 1, cheapest: true });
});

test('the story of what breaks only where something is lost begins with the loss, and breaks it again', () => {
  const verdict = proofOf('invariant/lamp-is-lit', false)?.verdict;
  if (verdict?.kind !== 'broken') throw new Error('it does not break');
  const { scenario, reproduces } = verdict.story;
  expect(reproduces).toBe(true);
  const inStory: ScenarioDocument = { ...scenario, kind: 'scenario' };
  const { promises, failures } = replay(BOOK, { ...inStory, at: { file: 'story.yaml', path: [] } });
  expect(failures).toEqual([]);
  expect(promises.find(({ promise }) => promise.name === 'invariant/lamp-is-lit')?.verdict).toBe('broken');
  expect(JSON.stringify(scenario.injects)).toMatch(/"lose":"power"|"lose":\["power"\]|"lost":\["power"\]/);
});

test('what nothing calls at all says so too', () => {
  const never = { verdict: { kind: 'never-called' }, inOutages: false };
  expect(proofOf('invariant/soon-is-answered', false)).toMatchObject(never);
  expect(proofOf('invariant/soon-is-answered', true)).toMatchObject(never);
});

test('a drill that begins with a loss does not call on a promise where nothing is lost', () => {
  const dark = withDrill('{lost: [power]}');
  const theLamp = replay(dark, dark.scenarios.get('dark') as Entity<ScenarioDocument>).promises.find(
    ({ promise }) => promise.name === 'invariant/lamp-is-lit',
  );
  expect(theLamp?.verdict).toBe('kept');
  expect(proofOf('invariant/lamp-is-lit', false, dark)?.inOutages).toBe(true);
});

test('where nothing happens once the clock runs, the story tells what started it', () => {
  const book = houseBook(`${RULES}---
kind: invariants
invariants:
  - {id: lamp-follows, text: A lamp is brought., after: step.close-valve, expect: step.bring-lamp, within: 30m, source: {section: "1"}}
`);
  const verdict = proofOf('invariant/lamp-follows', false, book)?.verdict;
  if (verdict?.kind !== 'broken') throw new Error('it does not break');
  const told = verdict.story.lines.map(({ kind, text }) => `${kind}: ${text}`);
  const start = told.indexOf('clock-starts: the clock starts');
  expect(told[start - 1]).toContain('finishes close valve');
  expect(told.at(-2)).toContain('nothing that may happen now');
});
