import { describe, expect, test } from 'vitest';
import { minutesOf, play, promiseOf, whoDid } from './tiny-book.ts';

/** The caretaker commands, and is the backup of the lawyer with whom she has to decide. */
const COUNSEL = `
kind: roles
people: {carl: {title: Lawyer}}
roles: {counsel: {title: Counsel, held_by: carl, source: {section: "1"}}}
contacts: {counsel: {primary: carl, backup: anna, methods: [call], source: {section: "1"}}}
---
kind: routing
policies: {all: {title: Call everybody, severity: P0, channels: [call], page: [lead, worker, counsel], source: {section: "1"}}}
---
kind: authorities
authorities:
  sell: {title: Sell the house, action: sell, approvals: [{role: lead}, {role: counsel}], source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: any
    steps:
      - {id: read-lease, text: Read the lease., by: counsel, takes: 10m..10m}
      - {id: call-tenants, text: Call the tenants., by: lead, takes: 10m..10m, notifies: [tenants]}
      - {id: close-valve, text: Close., by: worker, takes: 0..60m, authority: sell, produces: [valve-closed]}
---
kind: invariants
invariants: [{id: two-people, source: {section: "1"}, distinct_people: [lead, counsel]}]
---
kind: scenario
id: drill
ends: 3h
`;
const drill = (people: string) => play(`${COUNSEL}people: {${people}}`);

describe('a commander who stands in for counsel', () => {
  const absent = drill('carl: {unreachable: true}, anna: {acts: 2m}');

  test('works for both roles with one pair of hands', () => {
    expect(minutesOf(absent, 'step.call-tenants.started')).toEqual([0]);
    expect(minutesOf(absent, 'step.call-tenants')).toEqual([10]);
    expect(minutesOf(absent, 'step.read-lease.started')).toEqual([10]);
    expect(whoDid(absent, 'step.read-lease')).toBe('anna');
  });

  test('gives both approvals, each in its time, and is found to be one person', () => {
    expect(whoDid(absent, 'approved.sell.counsel')).toBe('anna');
    expect(whoDid(absent, 'approved.sell.lead')).toBe('anna');
    expect(minutesOf(absent, 'authorised.sell')).toHaveLength(1);
    expect(promiseOf(absent, 'invariant/two-people').verdict).toBe('broken');
  });

  test('leaves counsel to counsel while he is there', () => {
    const present = drill('carl: {acknowledges: 1m, acts: 2m}, anna: {acts: 2m}');
    expect(whoDid(present, 'approved.sell.counsel')).toBe('carl');
    expect(minutesOf(present, 'step.read-lease')).toEqual([11]);
    expect(promiseOf(present, 'invariant/two-people')).toEqual({ verdict: 'kept', broke: [] });
  });
});

describe('a step that two people hold', () => {
  /** Whoever starts it, and when. */
  const starts = (scenario: string) =>
    play(`${COUNSEL}${scenario}`)
      .run.records.filter(({ event }) => event === 'step.read-lease.started')
      .map(({ by, t }) => `${by} ${t / 60}`);

  test('and neither ever does goes from the one to the other, and never back', () => {
    expect(starts('answers: [{site: step/read-lease, never: true}]')).toEqual(['carl 0', 'anna 10']);
  });

  test('is taken over from who is late with it by who was late with something else', () => {
    const drill = `people: {carl: {acknowledges: 12m}}
answers: [{site: step/read-lease@anna, never: true}]`;
    expect(starts(drill)).toEqual(['anna 10', 'carl 20']);
    expect(minutesOf(play(`${COUNSEL}${drill}`), 'step.read-lease')).toEqual([30]);
  });

  test("is anybody's again when it is to be done once more", () => {
    const again = `answers:
  - {site: step/read-lease#1, is: unclear, after: 60m}
  - {site: step/read-lease#2, never: true}
  - {site: step/read-lease/start@carl#3, after: 5m}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: read-lease, text: Read the lease., by: counsel, takes: 10m..10m, outcomes: {clear: {}, unclear: {goto: read-lease}}}
      - {id: close-valve, text: Close., by: worker, takes: 0..60m, authority: sell, produces: [valve-closed]}
`;
    expect(starts(again)).toEqual(['carl 0', 'anna 10', 'anna 70', 'carl 75']);
  });
});
