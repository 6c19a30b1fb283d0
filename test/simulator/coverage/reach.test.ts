import { expect, test } from 'vitest';
import { shownByLookOut } from '../../../simulator/coverage/by-look-out.ts';
import { shownByRandomRuns } from '../../../simulator/coverage/by-random-runs.ts';
import { shownByScenario } from '../../../simulator/coverage/by-scenarios.ts';
import { itemSearch } from '../../../simulator/coverage/by-search.ts';
import { type BookCoverage, isReachable, joinCoverage } from '../../../simulator/coverage/coverage.ts';
import { gather, itemsOf } from '../../../simulator/coverage/gather.ts';
import { houseBook } from '../tiny-book.ts';

/** The house, with a step for a level below that of its runbook, and one that somebody has to approve. */
const CHANGES = `
kind: authorities
authorities:
  call-the-city:
    title: Call the city
    action: call-the-city
    approvals: [{role: lead}, {group: owners, of: 5, at_least: 3}]
    source: {section: "1"}
---
kind: runbook
id: leak
title: Water leaks
runs: incident
source: {section: "2"}
severity: {always: P0}
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed], outcomes: {shut: {}, stuck: {goto: call-city}}}
      - {id: wait-and-see, text: Wait., by: worker, takes: 0..5m, if: {facts: [flooded]}}
      - {id: call-city, text: Call the city., by: lead, takes: 0..5m, authority: call-the-city}
      - {id: swim, text: Swim., by: worker, takes: 0..5m, if: {severity: [P1]}}
resolved: {when: [valve-closed]}
close: {by: lead}
`;

const book = houseBook(CHANGES);
const chances = { failurePercent: 20, freePercent: 20 };
const BUDGET = { states: 20_000, bytes: 2e8 };
const random = shownByRandomRuns(book, 'leak', chances, 1);
const items = itemsOf(book, ['leak']);
const names = new Set(items.map(({ name }) => name));
const search = itemSearch(book, 'leak', names, BUDGET);

test('a step that nothing leads to cannot happen, and no random run shows it', () => {
  expect(names).toContain('step/leak/swim');
  expect(search.reach('step/leak/swim')).toBe('unreachable');
  expect(random({ from: 0, to: 300 }).has('step/leak/swim')).toBe(false);
});

test('what a random run shows, the search finds too: it is sound in both directions', () => {
  const shown = random({ from: 0, to: 300 });
  expect(shown.size).toBeGreaterThan(30);
  for (const name of [...shown.keys()].filter((_, place) => place % 8 === 0))
    expect([name, search.reach(name)]).not.toEqual([name, 'unreachable']);
});

test('what the look-out shows is what random runs show and more, and nothing that cannot happen', () => {
  const shown = shownByLookOut(book, 'leak', names);
  for (const name of random({ from: 0, to: 300 }).keys()) expect(shown).toContain(name);
  expect(shown).not.toContain('step/leak/swim');
  const unlikely = [...shown].filter((name) => !random({ from: 0, to: 300 }).has(name));
  expect(unlikely.length).toBeGreaterThan(0);
  for (const name of unlikely) expect([name, search.reach(name)]).not.toEqual([name, 'unreachable']);
});

test('the look-out is asked for some items and tells of no others', () => {
  const one = 'authority/call-the-city/without/lead';
  expect([...shownByLookOut(book, 'leak', new Set([one, 'step/other/unknown']))]).toEqual([one]);
});

test('each approval alone can be missing: the role, and the last signature of the group', () => {
  for (const key of ['lead', 'owners']) {
    expect(names).toContain(`authority/call-the-city/without/${key}`);
    expect(search.reach(`authority/call-the-city/without/${key}`)).toBe('reachable');
  }
});

test('a drill shows what it plays and nothing else', () => {
  const [scenario] = book.scenarios.values();
  if (!scenario) throw new Error('the house has a drill');
  const shown = shownByScenario(book, scenario);
  expect(shown).toContain('step/leak/close-valve');
  expect(shown).toContain('outcome/leak/close-valve/shut');
  expect(shown).not.toContain('outcome/leak/close-valve/stuck');
  expect(shown).toContain('threshold/water/P0/at');
  expect(shown).not.toContain('threshold/water/P1/at');
});

test('an item that no machine of the incident has is neither reachable nor not', () => {
  expect(search.reach('step/other/unknown')).toBeUndefined();
});

test('parts of the random runs, joined in any order of parts, come to what all of them come to', () => {
  const of = (from: number, to: number): BookCoverage =>
    gather(book, items, true, {
      scenarios: new Map(),
      random: new Map([['leak', random({ from, to })]]),
      search: new Map(),
    });
  const whole = of(0, 90);
  expect([of(0, 20), of(20, 21), of(21, 90)].reduce(joinCoverage)).toEqual(whole);
  expect(whole.items.some((item) => isReachable(item) === true)).toBe(true);
  expect(isReachable(whole.items.find(({ name }) => name === 'step/leak/swim') as never)).toBeUndefined();
});
