import { describe, expect, test } from 'vitest';
import { longestClosure } from '../../../model/calendar.ts';
import type { BusinessCalendar } from '../../../model/generated/types.ts';
import { minutesOf, play } from '../tiny-book.ts';

const BOOK = `
kind: routing
policies:
  soon: {title: Call the worker, severity: P1, channels: [call], page: [worker], when: next-business-day, source: {section: "1"}}
---
kind: runbook
id: leak
severity: {always: P1}
close: {by: worker}
---
kind: severities
raise: [{to: P0, if: {facts: [flooded]}, source: {section: "1"}}]
`;
const DRIP = '{at: 0m, signal: {monitor: water, level: P1}}';
const starting = (starts: string, injects = DRIP, rest = 'ends: 100h') =>
  play(`${BOOK}---\nkind: scenario\nid: drill\nstarts: ${starts}\ninjects: [${injects}]\n${rest}`);

describe('pages for the next business day', () => {
  test('wait through a weekend until business hours open', () => {
    expect(minutesOf(starting('2026-09-18T20:00:00+02:00'), 'page-sent.worker')).toEqual([61 * 60]);
  });

  test('go out in the morning of the same day, and at once inside business hours', () => {
    expect(minutesOf(starting('2026-09-16T03:00:00+02:00'), 'page-sent.worker')).toEqual([6 * 60]);
    expect(minutesOf(starting('2026-09-16T10:00:00+02:00'), 'page-sent.worker')).toEqual([0]);
  });

  test('are not held once the incident is more severe: the new level pages for itself', () => {
    const drill = starting(
      '2026-09-18T20:00:00+02:00',
      `${DRIP}, {at: 1h, fact: flooded}`,
      'people: {paul: {unreachable: true}, ben: {unreachable: true}}\nends: 62h',
    );
    expect(minutesOf(drill, 'page-sent.lead').at(0)).toBe(60);
    expect(minutesOf(drill, 'page-sent.worker').at(0)).toBe(60);
    expect(minutesOf(drill, 'page-sent.worker')).not.toContain(61 * 60);
  });

  test('wait for no longer than the longest closure of the calendar', () => {
    const calendar: BusinessCalendar = {
      zone: 'Europe/Berlin',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      opens: '09:00',
      shuts: '17:00',
    };
    expect(longestClosure(calendar)).toBe(64 * 3600);
    expect(longestClosure({ ...calendar, holidays: ['2026-12-25'] })).toBe(88 * 3600);
  });
});
