import { describe, expect, test } from 'vitest';
import { play, promiseOf } from './tiny-book.ts';

/** Work that ends when the drill says so, on a house where Anna closes at once. */
const STEP = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: worker, takes: 0..60m, clears: [flooded], produces: [valve-closed]}]
`;
const CADENCE = `
kind: command
cadence: {channel: call, by: commander, every: {P0: 15m}, lead: 5m, source: {section: "1"}}
`;
const WATER = '{at: 0m, signal: {monitor: water, level: P0}}';
const flooded = (at: string) => `injects: [${WATER}, {at: ${at}, fact: flooded}]`;
const works = (paul: string, anna = '') =>
  `people: {paul: {works: ${paul}}${anna === '' ? '' : `, anna: {${anna}}`}}`;
/** Nobody declares anything. */
const QUIET = 'injects: [{at: 0m, text: A sunny day.}]\nends: 1h';

const drill = (pattern: string, scenario: string, more = '') =>
  promiseOf(
    play(
      [
        STEP,
        `kind: invariants\ninvariants: [{id: x, source: {section: "1"}, ${pattern}}]\n`,
        `kind: scenario\nid: drill\n${scenario}\n`,
        ...(more === '' ? [] : [more]),
      ].join('---\n'),
    ),
    'invariant/x',
  );

interface Case {
  readonly pattern: string;
  readonly holds: string;
  readonly breaks: string;
  /** Minutes at which it breaks. */
  readonly at: readonly number[];
  /** A run in which it is never called on. */
  readonly vacuous: string;
  readonly more?: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'never an event': {
    pattern: 'never: flooded',
    holds: works('30m'),
    breaks: `${flooded('7m')}\n${works('30m')}`,
    at: [7],
    vacuous: QUIET,
  },
  'never a state': {
    pattern: 'never: {facts: [flooded]}',
    holds: works('30m'),
    breaks: `${flooded('7m')}\n${works('30m')}`,
    at: [7],
    vacuous: QUIET,
  },
  always: {
    pattern: 'always: {without: [flooded]}',
    holds: works('30m'),
    breaks: `${flooded('7m')}\n${works('30m')}`,
    at: [7],
    vacuous: QUIET,
  },
  'after, expect within': {
    pattern: 'after: declared, expect: valve-closed, within: 15m',
    holds: works('15m'),
    breaks: works('901s'),
    at: [15],
    vacuous: QUIET,
  },
  'after, not before': {
    pattern: 'after: declared, not_before: valve-closed, delay: 10m',
    holds: works('10m'),
    breaks: works('9m'),
    at: [9],
    vacuous: QUIET,
  },
  'before, require': {
    pattern: 'before: valve-closed, require: [flooded]',
    holds: `${flooded('2m')}\n${works('5m')}`,
    breaks: works('5m'),
    at: [5],
    vacuous: QUIET,
  },
  every: {
    pattern: 'every: 15m, event: update.posted, while: {severity: [P0], resolved: false}',
    holds: works('50m', 'acts: 12m'),
    breaks: works('50m', 'acts: 20m'),
    at: [15, 35],
    vacuous: QUIET,
    more: CADENCE,
  },
  'at most': {
    pattern: 'at_most: 10m, state: {severity: [P0], resolved: false}',
    holds: works('10m'),
    breaks: works('11m'),
    at: [10],
    vacuous: QUIET,
  },
  'at least': {
    pattern: 'at_least: 10m, state: {facts: [flooded]}',
    holds: `${flooded('0m')}\n${works('10m')}`,
    breaks: `${flooded('0m')}\n${works('9m')}`,
    at: [9],
    vacuous: works('9m'),
  },
  'count at most': {
    pattern: 'count: update.posted, max: 2',
    holds: works('35m', 'acts: 12m'),
    breaks: works('35m', 'acts: 10m'),
    at: [30],
    vacuous: QUIET,
    more: CADENCE,
  },
  'count at least': {
    pattern: 'count: flooded, min: 1',
    holds: `${flooded('2m')}\n${works('5m')}`,
    breaks: works('5m'),
    at: [5],
    vacuous: QUIET,
  },
  order: {
    pattern: 'order: [flooded, valve-closed]',
    holds: `${flooded('2m')}\n${works('5m')}`,
    breaks: `${flooded('7m')}\n${works('5m', 'acts: 4m')}`,
    at: [7],
    vacuous: QUIET,
  },
  'if silent, then': {
    pattern: 'if_silent: acknowledged.lead, after: declared, for: 10m, then: flooded, within: 5m',
    holds: `${flooded('15m')}\n${works('30m', 'acknowledges: 12m')}`,
    breaks: `${flooded('901s')}\n${works('30m', 'acknowledges: 12m')}`,
    at: [15],
    vacuous: QUIET,
  },
  'by close': {
    pattern: 'by_close: flooded',
    holds: `${flooded('2m')}\n${works('5m')}`,
    breaks: works('5m'),
    at: [5],
    vacuous: QUIET,
  },
  'exactly one': {
    pattern: 'exactly_one: [flooded, valve-closed]',
    holds: works('5m'),
    breaks: `${flooded('2m')}\n${works('5m')}`,
    at: [5],
    vacuous: QUIET,
  },
  'at most one': {
    pattern: 'at_most_one: [flooded, valve-closed]',
    holds: works('5m'),
    breaks: `${flooded('2m')}\n${works('5m')}`,
    at: [5],
    vacuous: QUIET,
  },
  'distinct people': {
    pattern: 'distinct_people: [lead, worker]',
    holds: works('5m'),
    breaks: 'people: {paul: {unreachable: true}, anna: {unreachable: true}}',
    at: [15],
    vacuous: QUIET,
  },
};

describe.each(Object.entries(CASES))(
  'the pattern "%s"',
  (_, { pattern, holds, breaks, at, vacuous, more }) => {
    test('holds in a run that keeps it, to the last instant', () => {
      expect(drill(pattern, holds, more)).toEqual({ verdict: 'kept', broke: [] });
    });

    test('breaks at the minute at which it is lost', () => {
      expect(drill(pattern, breaks, more)).toEqual({ verdict: 'broken', broke: at });
    });

    test('is not called on where nothing of it happens', () => {
      expect(drill(pattern, vacuous, more)).toEqual({ verdict: 'not-called', broke: [] });
    });
  },
);

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
    const { pattern } = CASES['if silent, then'] as Case;
    expect(drill(pattern, works('30m', 'acknowledges: 10m')).verdict).toBe('excused');
    expect(drill(pattern, works('30m', 'acknowledges: 602s')).broke).toEqual([15]);
  });

  test('of silence takes what it asks for before the silence, too', () => {
    const { pattern } = CASES['if silent, then'] as Case;
    expect(drill(pattern, `${flooded('1m')}\n${works('30m', 'acknowledges: 12m')}`).verdict).toBe('kept');
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
