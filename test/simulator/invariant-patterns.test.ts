import { describe, expect, test } from 'vitest';
import { CADENCE, drill, flooded, QUIET, works } from './pattern-drill.ts';

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
