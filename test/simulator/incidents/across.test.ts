import { describe, expect, test } from 'vitest';
import { lowerIncident } from '../../../simulator/lower/incident.ts';
import { houseBook, promiseOf } from '../tiny-book.ts';
import { MOULD, playTwo } from './two-leaks.ts';

const WATER = '{at: 0m, signal: {monitor: water, level: P0}}';
const WALLS = '{at: 10m, signal: {monitor: walls, level: P0}}';
const invariant = (pattern: string) =>
  `kind: invariants\ninvariants: [{id: x, source: {section: "1"}, across: incidents, ${pattern}}]\n`;
const URGENT = `
kind: runbook
id: mould
severity: {always: P0}
---
kind: monitors
monitors: {walls: {thresholds: {P0: {condition: mouldy, text: The wall is mouldy., opens: mould}}}}
`;
const TAKEOVER = `
kind: escalation
paths:
  lead-p0:
    on: {page: lead, severity: [P0]}
    levels: [{page: lead, ack_within: 5m, timeout: 15m, source: {section: "1"}}]
    loop: until-acknowledged
    takeover: {after: 15m, from: page-sent, by: ben, hand_back: on-ack, source: {section: "1"}}
    source: {section: "1"}
`;
const drill = (pattern: string, people: string, more = '') => {
  const played = playTwo(
    `injects: [${WATER}, ${WALLS}]\nends: 6h\npeople: {${people}}`,
    [URGENT, invariant(pattern), ...(more === '' ? [] : [more])].join('---\n'),
  );
  return promiseOf(played, 'invariant/x');
};
const NOBODY_COMMANDS_TWO = 'distinct_people: [lead], if: {severity: [P0]}';

describe('nobody commands two P0s at once', () => {
  test('breaks at the minute at which the second one is taken', () => {
    expect(drill(NOBODY_COMMANDS_TWO, 'anna: {acknowledges: 3m}, paul: {works: 30m}')).toEqual({
      verdict: 'broken',
      broke: [13],
    });
  });

  test('holds when the first is over before the second is taken', () => {
    expect(drill(NOBODY_COMMANDS_TWO, 'anna: {acknowledges: 5m}, paul: {works: 12m}').verdict).toBe('kept');
  });

  test('is not called on by incidents that never go on at once', () => {
    expect(drill(NOBODY_COMMANDS_TWO, 'anna: {acknowledges: 1m}, paul: {works: 8m}').verdict).toBe(
      'not-called',
    );
  });

  test('asks only for the severity that it names', () => {
    expect(
      drill(NOBODY_COMMANDS_TWO.replace('P0', 'P1'), 'anna: {acknowledges: 3m}, paul: {works: 30m}').verdict,
    ).toBe('not-called');
  });

  test('forgets a provisional commander who has handed back, and finds who took over both', () => {
    const both = 'anna: {unreachable: true}, paul: {unreachable_until: 2h}, ben: {acts: 1m, works: 30m}';
    expect(drill(NOBODY_COMMANDS_TWO, both, TAKEOVER).broke).toEqual([26]);
    const back = 'anna: {unreachable_until: 20m}, paul: {unreachable_until: 2h}, ben: {acts: 1m, works: 30m}';
    // Anna answers both pages in minute 20, the first of them a hand-back.
    expect(drill(NOBODY_COMMANDS_TWO, back, TAKEOVER).broke).toEqual([20]);
  });
});

describe('an invariant across incidents', () => {
  const PEOPLE = 'anna: {acknowledges: 3m}, paul: {acknowledges: 1m, works: 30m}';

  test('keeps a role apart from itself: whoever has worked for one does not begin the other', () => {
    const twoSteps = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: any
    steps:
      - {id: close-valve, text: Close., by: worker, takes: 0..60m}
      - {id: pump, text: Pump., by: worker, requires: [flooded], produces: [valve-closed]}
---
kind: scenario
id: drill
injects: [${WATER}, ${WALLS}, {at: 70m, incident: cellar, fact: flooded}]
`;
    expect(drill('distinct_people: [worker]', PEOPLE, twoSteps).broke).toEqual([31]);
    expect(drill('distinct_people: [worker]', PEOPLE).verdict).toBe('kept');
  });

  test('counts one event of two incidents as two', () => {
    expect(drill('at_most_one: [step.look]', PEOPLE).verdict).toBe('kept');
    expect(drill('at_most_one: [command.assumed]', PEOPLE).broke).toEqual([13]);
    expect(drill('at_most_one: [lost.power]', PEOPLE).verdict).toBe('kept');
  });

  test('demands exactly one by the end of the last incident', () => {
    expect(drill('exactly_one: [step.look]', PEOPLE).verdict).toBe('kept');
    const none = drill(
      'exactly_one: [exhausted.lead-p0]',
      PEOPLE,
      TAKEOVER.replace('until-acknowledged', 'never'),
    );
    expect(none.verdict).toBe('broken');
    expect(none.broke).toHaveLength(1);
  });

  test('leaves a single incident as it was', () => {
    const machine = (more: string) => lowerIncident(houseBook(`${MOULD}---\n${more}`), { runbook: 'leak' });
    const other = invariant(NOBODY_COMMANDS_TWO).replace(
      /across.*/,
      'sometimes: flooded, runbooks: [mould]}]',
    );
    expect(machine(invariant(NOBODY_COMMANDS_TWO))).toEqual(machine(other));
  });
});
