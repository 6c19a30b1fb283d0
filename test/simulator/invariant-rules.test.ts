import { describe, expect, test } from 'vitest';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { CADENCE, drill, flooded, works } from './pattern-drill.ts';
import { houseBook } from './tiny-book.ts';

const SILENCE = 'if_silent: acknowledged.lead, after: declared, for: 10m, then: flooded, within: 5m';

describe('a witness', () => {
  test('is seen in the run that reaches it and in no other', () => {
    expect(drill('sometimes: flooded', `${flooded('2m')}\n${works('5m')}`).verdict).toBe('kept');
    expect(drill('sometimes: flooded', works('5m')).verdict).toBe('not-called');
  });
});

describe('a pattern', () => {
  test('is excused by its unless, and by nothing that came before its anchor', () => {
    const pattern = 'after: declared, expect: valve-closed, within: 15m, unless: flooded';
    expect(drill(pattern, `${flooded('14m')}\n${works('20m')}`).verdict).toBe('excused');
    expect(drill(pattern, `${flooded('16m')}\n${works('20m')}`).broke).toEqual([15]);
  });

  test('with a lower bound is excused by its unless, too', () => {
    const pattern = 'after: declared, not_before: valve-closed, delay: 10m, unless: flooded';
    expect(drill(pattern, `${flooded('3m')}\n${works('5m')}`)).toEqual({ verdict: 'excused', broke: [] });
  });

  test('with a condition is called on only where it holds at the anchor', () => {
    const pattern = 'after: declared, expect: valve-closed, within: 15m, if: {severity: [P1]}';
    expect(drill(pattern, works('20m')).verdict).toBe('not-called');
  });

  test('of silence is excused by an answer at the bound itself, and not by one a second later', () => {
    expect(drill(SILENCE, works('30m', 'acknowledges: 10m')).verdict).toBe('excused');
    expect(drill(SILENCE, works('30m', 'acknowledges: 602s')).broke).toEqual([15]);
  });

  test('of silence takes what it asks for before the silence, too', () => {
    expect(drill(SILENCE, `${flooded('1m')}\n${works('30m', 'acknowledges: 12m')}`).verdict).toBe('kept');
  });

  test('for each page counts from every page that goes out', () => {
    const loop = `
kind: escalation
paths:
  lead-p0:
    on: {page: lead, severity: [P0]}
    levels: [{page: lead, timeout: 15m, source: {section: "1"}}]
    loop: until-acknowledged
    source: {section: "1"}
`;
    const pattern = 'after: page-sent.lead, expect: acknowledged.lead, within: 5m';
    const late = works('5m', 'unreachable_until: 33m');
    expect(drill(pattern, late, loop).broke).toEqual([5]);
    expect(drill(`${pattern}, for_each: page`, late, loop).broke).toEqual([5, 20]);
  });

  test('that outlives the incident is judged after it, and a state of no duration is none', () => {
    const milestone = `
kind: review
milestones:
  write-up: {text: Write it down., by: worker, answers: 0..72h, within: {by: 72h, from: resolved, at_close: outlives}, source: {section: "1"}}
`;
    const writtenAfter = (hours: number) =>
      `${works('5m')}\nanswers: [{site: milestone/write-up, after: ${hours}h}]`;
    const pattern = 'after: resolved, not_before: milestone.write-up, delay: 48h, at_close: outlives';
    expect(drill(pattern, writtenAfter(48), milestone).verdict).toBe('kept');
    expect(drill(pattern, writtenAfter(47), milestone).broke).toEqual([5 + 47 * 60]);
    expect(drill('never: {resolved: true}', works('5m')).verdict).toBe('kept');
    expect(drill('never: {resolved: true}', works('5m', 'acts: 1m')).broke).toEqual([5]);
  });
});

describe('a tie', () => {
  const machineOf = (pattern: string) =>
    lowerIncident(
      houseBook(`kind: invariants\ninvariants: [{id: x, source: {section: "1"}, ${pattern}}]\n`),
      {
        runbook: 'leak',
        grain: 60,
      },
    );
  const timerOf = (pattern: string) =>
    machineOf(pattern).windows.find(({ site }) => site.startsWith('timer/') && site.endsWith('/x'))?.lo;

  test('at a bound is on the near side in every order: timers stand one grain inside or outside', () => {
    expect(timerOf('after: declared, not_before: valve-closed, delay: 10m')).toBe(9);
    expect(timerOf('at_least: 10m, state: {facts: [flooded]}')).toBe(9);
    expect(timerOf(SILENCE)).toBe(11);
  });
});

describe('a forbidden state', () => {
  const MESS = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: spill, text: Spill., by: worker, produces: [mess]}
      - {id: wipe, text: Wipe., by: worker, clears: [mess]}
      - {id: close-valve, text: Close the main valve., by: worker, produces: [valve-closed]}
`;
  const wipedAfter = (time: string) =>
    `answers: [{site: step/spill, after: 1m}, {site: step/wipe, after: ${time}}, {site: step/close-valve, after: 5m}]`;

  test('that comes and goes in one instant breaks nothing, then or later', () => {
    expect(drill('never: {facts: [mess]}', wipedAfter('0s'), MESS)).toEqual({ verdict: 'kept', broke: [] });
    expect(drill('never: {facts: [mess]}', wipedAfter('1s'), MESS)).toEqual({
      verdict: 'broken',
      broke: [1],
    });
  });
});

describe('an order', () => {
  test('looks at the first time of each event: what is repeated later breaks nothing', () => {
    const twice = `${flooded('13m')}\n${works('30m', 'acts: 12m')}`;
    expect(drill('order: [update.posted, flooded]', twice, CADENCE).verdict).toBe('kept');
  });
});
