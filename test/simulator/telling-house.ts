import fc from 'fast-check';
import { expect } from 'vitest';
import type { Book } from '../../model/book.ts';
import { prove } from '../../simulator/explore/prove.ts';
import { replay } from '../../simulator/replay/replay.ts';
import { houseBook } from './tiny-book.ts';

/** What a house may differ in: what the meter waits for, what stands between a decision and its message, how long things take. */
export const tellingHouses = fc.record({
  unbroken: fc.constantFrom('', 'for: 3m, ', 'for: 30m, '),
  known: fc.constantFrom('', 'if: {facts: [flooded]}, ', 'if: {facts: [valve-closed]}, '),
  decides: fc.constantFrom('lead', 'worker'),
  reviewed: fc.constantFrom('', 'reviewed_by: lead, ', 'reviewed_by: worker, '),
  sends: fc.constantFrom('0..1m', '0..4m', '7m..7m'),
  works: fc.constantFrom('0..5m', '6m..10m'),
});
export type TellingHouse = typeof tellingHouses extends fc.Arbitrary<infer H> ? H : never;

/** A message that nobody has to send, and promises of every kind that sending it can break. */
const changesOf = ({ unbroken, known, decides, reviewed, sends, works }: TellingHouse): string =>
  `
kind: monitors
monitors:
  water: {thresholds: {P0: {condition: bursting, text: Water is bursting out., ${unbroken}opens: leak}}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: worker, takes: ${works}, produces: [valve-closed]}]
---
kind: communications
messages:
  note: {audience: tenants, ${known}by: worker, decided_by: ${decides}, ${reviewed}answers: ${sends}, source: {section: "1"}}
---
kind: invariants
invariants:
  - {id: valve-first, before: sent.note, require: [step.close-valve], source: {section: "1"}}
  - {id: resolved-first, order: [resolved, sent.note], source: {section: "1"}}
  - {id: reviewed-first, before: sent.note, require: [reviewed.note], source: {section: "1"}}
  - {id: not-at-once, after: declared, not_before: sent.note, delay: 8m, source: {section: "1"}}
  - {id: never-both, never: {facts: [flooded, valve-closed]}, source: {section: "1"}}
  - {id: never-told, never: sent.note, source: {section: "1"}}
  - {id: closed-after, after: sent.note, expect: closed, within: 20m, source: {section: "1"}}
  - {id: told-in-time, after: step.close-valve, expect: sent.note, within: 15m, source: {section: "1"}}
`.replaceAll(/^ {2}- .*reviewed\.note.*\n/gm, (line) => (reviewed === '' ? '' : line));

export const tellingBook = (house: TellingHouse): Book => houseBook(changesOf(house));

/** Proves promises of such a house; each story must play as it says. Returns how many stories there are. */
export function storiesReplay(house: TellingHouse, promises?: readonly string[]): number {
  const book = tellingBook(house);
  const stories = prove(book, {
    runbook: 'leak',
    ...(promises ? { promises } : {}),
    budget: { states: 1000, bytes: 1e8 },
    outages: false,
    starts: '2026-09-16T14:00:00Z',
  }).flatMap(({ promise, verdict }) => (verdict.kind === 'broken' ? [{ promise, ...verdict.story }] : []));
  for (const { promise, scenario, at } of stories) {
    const played = replay(book, { ...scenario, at: { file: 'story.yaml', path: [] } });
    const why = `${promise}: ${JSON.stringify(scenario)}`;
    expect(played.failures, why).toEqual([]);
    const found = played.promises.find((each) => each.promise.name === promise);
    expect(
      found?.breaks.map((each) => each.at),
      why,
    ).toEqual([at]);
  }
  return stories.length;
}
