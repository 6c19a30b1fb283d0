import { describe, expect, test } from 'vitest';
import type { Replay } from '../../../simulator/replay/replay.ts';
import { promiseOf } from '../tiny-book.ts';
import { playTwo } from './two-leaks.ts';

const WATER = '{at: 0m, signal: {monitor: water, level: P0}}';
const WALLS = (at: string) => `{at: ${at}, signal: {monitor: walls, level: P1}}`;
const minutes = ({ run }: Replay, incident: string | undefined, event: string): number[] =>
  run.records
    .filter((record) => record.incident === incident && record.event === event)
    .map(({ t }) => t / 60);

const scenario = (injects: string, rest = '') => `injects: [${injects}]\nends: 6h\n${rest}`;

describe('two incidents at once', () => {
  const drill = playTwo(scenario(`${WATER}, ${WALLS('2m')}`, 'people: {paul: {works: 5m}}'));

  test('are declared, paged, resolved and closed each for itself', () => {
    for (const event of ['declared', 'page-sent.worker', 'acknowledged.worker', 'resolved', 'closed'])
      expect([minutes(drill, 'cellar', event).length, minutes(drill, 'attic', event).length], event).toEqual([
        1, 1,
      ]);
    expect(minutes(drill, 'cellar', 'level.P0')).toEqual([0]);
    expect(minutes(drill, 'attic', 'level.P1')).toEqual([2]);
    expect(minutes(drill, 'attic', 'level.P0')).toEqual([]);
  });

  test('share one pair of hands: a step of one waits until the step of the other is done', () => {
    expect(minutes(drill, 'cellar', 'step.close-valve')).toEqual([5]);
    expect(minutes(drill, 'attic', 'step.look.started')).toEqual([5]);
  });

  test('are opened by the alert that opens their procedure, and by no other', () => {
    expect(minutes(drill, 'cellar', 'opened.leak')).toEqual([0]);
    expect(minutes(drill, 'attic', 'opened.mould')).toEqual([2]);
    expect(drill.run.records.filter(({ kind }) => kind === 'opened')).toHaveLength(2);
  });

  test('are told apart on every record, their signals and alerts too', () => {
    expect(drill.run.records.filter(({ incident }) => incident === undefined)).toEqual([]);
    expect(minutes(drill, 'attic', 'alert.walls.P1')).toEqual([2]);
    for (const { event, site = '' } of drill.run.records) expect(`${event} ${site}`).not.toContain(': ');
  });

  test('know what is shown by the signal that alerts them, and not by the other', () => {
    expect(minutes(drill, 'cellar', 'wall-wet')).toEqual([]);
    expect(minutes(drill, 'attic', 'wall-wet')).toEqual([2]);
  });

  test('end the drill when the last of them is closed', () => {
    const closed = playTwo(`injects: [${WATER}, ${WALLS('2m')}]\nends: closed\npeople: {paul: {works: 5m}}`);
    expect(closed.run.how).toBe('closed');
    expect(minutes(closed, 'attic', 'closed')).toHaveLength(1);
  });

  test('lose a capability at once, and a person who failed has failed in both', () => {
    const power = `
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: close-valve, text: Close., by: worker, takes: 0..5m, needs: [power], produces: [valve-closed]}]}
---
kind: runbook
id: mould
phases:
  - {id: scrub, title: Scrub, order: sequence, steps: [{id: scrub, text: Scrub., by: worker, takes: 0..5m, needs: [power], produces: [mould-gone]}]}
`;
    const dark = playTwo(
      scenario(`{at: 0m, lose: power}, ${WATER}, ${WALLS('0m')}, {at: 30m, restore: power}`),
      power,
    );
    expect(minutes(dark, undefined, 'lost.power')).toEqual([0]);
    expect(minutes(dark, 'cellar', 'step.close-valve.started')).toEqual([30]);
    expect(minutes(dark, 'attic', 'step.scrub.started')).toEqual([30]);
    const late = playTwo(scenario(`${WATER}, ${WALLS('0m')}`, 'people: {paul: {unreachable: true}}'));
    const failures = late.run.records.filter(({ kind, by }) => kind === 'failed' && by === 'paul');
    expect(failures).toHaveLength(1);
  });
});

describe('two incidents of one procedure', () => {
  const TWINS = '[{id: cellar, runbook: leak}, {id: attic, runbook: leak, facts: [flooded]}]';
  const water = (incident: string, at: string) =>
    `{at: ${at}, incident: ${incident}, signal: {monitor: water, level: P0}}`;

  test('have a signal each: there are two of what is watched', () => {
    const drill = playTwo(scenario(`${water('cellar', '0m')}, ${water('attic', '7m')}`), '', TWINS);
    expect(minutes(drill, 'cellar', 'declared')).toEqual([0]);
    expect(minutes(drill, 'attic', 'declared')).toEqual([7]);
    expect(minutes(drill, 'attic', 'alert.water.P0')).toEqual([7]);
  });

  test('begin with facts of their own', () => {
    const only =
      'kind: invariants\ninvariants: [{id: dry, source: {section: "1"}, never: {facts: [flooded]}}]';
    const drill = playTwo(
      scenario(`${water('cellar', '0m')}, ${water('attic', '0m')}`, 'people: {paul: {works: 5m}}'),
      only,
      TWINS,
    );
    expect(promiseOf(drill, 'attic: invariant/dry').verdict).toBe('broken');
    expect(promiseOf(drill, 'cellar: invariant/dry').verdict).toBe('kept');
  });

  test('and an inject that says of which of them it is not are not played by guessing', () => {
    const drill = playTwo(scenario(WATER), '', TWINS);
    expect(drill.failures.map(({ message }) => message)).toContain(
      "signal/water is each incident's own: name one of them, cellar or attic",
    );
    expect(minutes(drill, 'cellar', 'declared')).toEqual([]);
  });

  test('share a fact that an inject states of none of them', () => {
    const drill = playTwo(
      scenario(`${water('cellar', '0m')}, {at: 1m, fact: flooded}`, 'people: {paul: {works: 5m}}'),
      '',
      TWINS.replace(', facts: [flooded]', ''),
    );
    expect(minutes(drill, 'cellar', 'flooded')).toEqual([1]);
    expect(minutes(drill, 'attic', 'flooded')).toEqual([1]);
  });
});

describe('a scenario of several incidents', () => {
  const expected = (expect: string) =>
    playTwo(
      `injects: [${WATER}, ${WALLS('2m')}]\nends: 6h\npeople: {paul: {works: 5m}}\nexpect: ${expect}`,
    ).failures.map(({ message }) => message);
  const PAGES =
    '[{incident: cellar, to: lead, at: 0m}, {incident: cellar, to: worker, at: 0m}, {incident: attic, to: worker, at: 2m}]';

  test('is judged page by page in each of them', () => {
    expect(expected(`{pages: ${PAGES}, breaks: []}`)).toEqual([]);
    expect(expected(`{pages: ${PAGES.replace('attic', 'cellar')}, breaks: []}`)).toEqual([
      'the expected page to worker at 2m in incident cellar was not sent; it went out at minute 2 in incident attic',
      'a page to worker at minute 2 in incident attic that nobody expected',
    ]);
  });

  test('finds an event in the incident that it names, or in any', () => {
    const events = (list: string) => expected(`{pages: ${PAGES}, breaks: [], events: [${list}]}`);
    expect(events('{event: level.P1, incident: attic, at: 2m}, {event: level.P1, at: 2m}')).toEqual([]);
    expect(events('{event: level.P1, incident: cellar}')).toEqual([
      'level.P1 in incident cellar was expected and never happened',
    ]);
  });

  test('says the severity at the end of each', () => {
    expect(expected(`{pages: ${PAGES}, breaks: [], severity: {cellar: P0, attic: P1}}`)).toEqual([]);
    expect(expected(`{pages: ${PAGES}, breaks: [], severity: {attic: P0}}`)).toEqual([
      'the severity of attic at the end is P1, not P0',
    ]);
    expect(expected(`{pages: ${PAGES}, breaks: [], severity: P0}`)).toEqual([
      'the severity is of one incident: write cellar: P0',
    ]);
  });

  test('answers at the site of one of them and says whose is missing', () => {
    const answered = playTwo(
      `injects: [${WATER}, ${WALLS('0m')}]\nends: 6h\npeople: {paul: {works: 5m}}\nanswers: [{incident: attic, site: step/look, after: 9m}, {site: step/scrub, after: 1m}]`,
    );
    expect(minutes(answered, 'attic', 'step.look')).toEqual([14]);
    expect(answered.failures.map(({ message }) => message)).toContain(
      'nothing happened at site step/scrub; name the incident: attic',
    );
  });
});
