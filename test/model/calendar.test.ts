import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  instantExists,
  isBusinessHour,
  longestSeconds,
  nextBusinessOpening,
  parseInstant,
  realSeconds,
  shortestSeconds,
  wallClock,
} from '../../model/calendar.ts';
import { parseDuration, parseSpan, writeSeconds } from '../../model/duration.ts';
import type { BusinessCalendar } from '../../model/generated/types.ts';

const NEW_YORK: BusinessCalendar = {
  zone: 'America/New_York',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  opens: '09:00',
  shuts: '17:00',
  holidays: ['2026-11-26'],
};
const at = (text: string) => parseInstant(text);
const day = 86_400;

describe('business days', () => {
  test('keep the time of day across a change of the clocks', () => {
    const start = at('2026-10-30T10:00:00-04:00');
    const end = addBusinessDays(start, 1, NEW_YORK);
    expect(end).toBe(at('2026-11-02T10:00:00-05:00'));
    expect(end - start).toBe(3 * day + 3600);
  });

  test('skip weekends and holidays', () => {
    expect(addBusinessDays(at('2026-11-25T12:00:00-05:00'), 1, NEW_YORK)).toBe(
      at('2026-11-27T12:00:00-05:00'),
    );
    expect(addBusinessDays(at('2026-11-21T12:00:00-05:00'), 5, NEW_YORK)).toBe(
      at('2026-11-30T12:00:00-05:00'),
    );
  });

  test('last between the shortest and the longest length over all starts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), fc.integer({ min: 1, max: 12 }), (offset, days) => {
        const length = parseDuration(`${days} business days`);
        const real = realSeconds(length, at('2026-01-01T00:00:00Z') + offset, NEW_YORK);
        // A change of the clocks may move the end by an hour; proofs take no account of it.
        expect(real).toBeGreaterThanOrEqual(shortestSeconds(length, NEW_YORK) - 3600);
        expect(real).toBeLessThanOrEqual(longestSeconds(length, NEW_YORK) + 3600);
      }),
      { seed: 7 },
    );
  });
});

describe('business hours', () => {
  test('open at their first minute and are shut at their last', () => {
    expect(isBusinessHour(at('2026-11-02T09:00:00-05:00'), NEW_YORK)).toBe(true);
    expect(isBusinessHour(at('2026-11-02T08:59:59-05:00'), NEW_YORK)).toBe(false);
    expect(isBusinessHour(at('2026-11-02T17:00:00-05:00'), NEW_YORK)).toBe(false);
  });

  test('open next on the next business day, in the zone of the book', () => {
    expect(nextBusinessOpening(at('2026-11-01T03:00:00-05:00'), NEW_YORK)).toBe(
      at('2026-11-02T09:00:00-05:00'),
    );
    expect(nextBusinessOpening(at('2026-11-25T18:00:00-05:00'), NEW_YORK)).toBe(
      at('2026-11-27T09:00:00-05:00'),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), (offset) => {
        const start = at('2026-01-01T00:00:00Z') + offset;
        const opening = nextBusinessOpening(start, NEW_YORK);
        expect(opening).toBeGreaterThanOrEqual(start);
        expect(isBusinessHour(opening, NEW_YORK)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});

describe('points in time', () => {
  test('read the offset, and give the wall clock of a zone', () => {
    expect(at('2026-11-01T03:00-05:00')).toBe(at('2026-11-01T08:00:00Z'));
    expect(wallClock(at('2026-07-01T12:00:00Z'), 'America/New_York')).toMatchObject({
      weekday: 'wed',
      second: 8 * 3600,
      zoneName: 'EDT',
    });
  });

  test('that no calendar has do not exist', () => {
    for (const text of [
      '2026-02-29T10:00:00Z',
      '2026-13-01T10:00:00Z',
      '2026-06-31T10:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T10:60:00Z',
      '2026-01-01T10:00:61Z',
    ])
      expect(instantExists(text), text).toBe(false);
    expect(instantExists('2028-02-29T23:59:59+14:00')).toBe(true);
  });
});

describe('durations', () => {
  test('are written so that they read back to the same length', () => {
    fc.assert(
      fc.property(fc.nat(90 * day), (seconds) => {
        const parts = writeSeconds(seconds).match(/\d+[dhms]/g) ?? [];
        const sum = parts.reduce((total, part) => {
          const length = parseDuration(part);
          return total + ('seconds' in length ? length.seconds : Number.NaN);
        }, 0);
        expect(sum).toBe(seconds);
      }),
      { seed: 7 },
    );
  });

  test('of a span are both bounds in seconds', () => {
    expect(parseSpan('0..5m')).toEqual({ lo: 0, hi: 300 });
    expect(parseSpan('5m..2h')).toEqual({ lo: 300, hi: 7200 });
  });
});
