import { describe, expect, test } from 'vitest';
import { minutesOf, play, promiseOf, whoDid } from './tiny-book.ts';

const scenario = (rest: string) => `kind: scenario\nid: drill\n${rest}`;
const step = (rest: string) => `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: worker, ${rest}, produces: [valve-closed]}]
`;

describe('a promise', () => {
  test('is kept at its last instant and broken one second later', () => {
    const within = 'takes: 0..60m, within: {by: 15m, from: declared}';
    const kept = play(`${step(within)}---\n${scenario('people: {paul: {works: 15m}}')}`);
    const broken = play(`${step(within)}---\n${scenario('people: {paul: {works: 901s}}')}`);
    expect(promiseOf(kept, 'step/close-valve')).toEqual({ verdict: 'kept', broke: [] });
    expect(promiseOf(broken, 'step/close-valve')).toEqual({ verdict: 'broken', broke: [15] });
  });

  test('makes nothing happen: a step without pace to meet it stays late', () => {
    const drill = play(`${step('takes: 30m..30m, within: {by: 15m, from: declared}')}`);
    expect(minutesOf(drill, 'step.close-valve')).toEqual([30]);
    expect(promiseOf(drill, 'step/close-valve').broke).toEqual([15]);
  });

  test('that broke is told with the chain of events that led there, and by how much it came late', () => {
    const drill = play(
      `${step('takes: 0..60m, within: {by: 15m, from: declared}')}---\n${scenario('people: {paul: {acknowledges: 4m, works: 20m}}')}`,
    );
    const [broken] = drill.promises.find(({ promise }) => promise.name === 'step/close-valve')?.breaks ?? [];
    const chain = broken?.story?.chain.map((seq) => drill.run.records[seq - 1]?.event);
    expect(chain).toEqual(
      expect.arrayContaining(['page-sent.worker', 'acknowledged.worker', 'step.close-valve.started']),
    );
    expect(broken?.story?.missing.at(-1)).toMatchObject({ site: 'step/close-valve', by: 'paul', since: 240 });
    expect(broken?.late).toBe(24 * 60);
  });

  test('that is open when the incident closes is excused, blocks, or outlives it, as it says', () => {
    const message = (atClose: string) => `
kind: communications
messages:
  note: {audience: tenants, on: [P0], within: {by: 2h, from: level, at_close: ${atClose}}, by: lead, answers: 1h..1h, source: {section: "1"}}
`;
    expect(promiseOf(play(message('excused')), 'message/note').verdict).toBe('excused');
    const blocking = play(message('blocks'));
    expect(promiseOf(blocking, 'message/note').verdict).toBe('kept');
    expect(minutesOf(blocking, 'closed')).toEqual([60]);
  });
});

describe('severity', () => {
  const RAISE = `
kind: severities
raise:
  - {level: P1, to: P0, after: 4h, from: level, while: unresolved, source: {section: "1"}}
---
kind: runbook
id: leak
severity: {always: P1}
`;

  test('is raised after four hours unresolved, not before, and pages whom the new level pages', () => {
    const drill = play(
      `${RAISE}---\n${scenario('people: {paul: {unreachable: true}, ben: {unreachable: true}}\nends: 5h')}`,
    );
    expect(minutesOf(drill, 'level.P0')).toEqual([240]);
    expect(minutesOf(drill, 'page-sent.lead')).toEqual([240]);
  });

  test('is not raised once the incident is resolved', () => {
    const drill = play(`${RAISE}---\n${scenario('ends: 5h')}`);
    expect(minutesOf(drill, 'level.P0')).toEqual([]);
  });

  test('raised by a fact opens the response promise of the new level at that instant', () => {
    const byFact = `
kind: severities
raise: [{to: P0, if: {facts: [flooded]}, source: {section: "1"}}]
---
kind: runbook
id: leak
severity: {always: P1}
---
${scenario('injects: [{at: 0m, signal: {monitor: water, level: P1}}, {at: 30m, fact: flooded}]\npeople: {paul: {unreachable: true}, ben: {unreachable: true}, anna: {unreachable: true}}\nends: 1h')}`;
    expect(promiseOf(play(byFact), 'respond/P0').broke).toEqual([45]);
  });
});

describe('updates', () => {
  const CADENCE =
    'kind: command\ncadence: {channel: call, by: commander, every: {P0: 15m}, lead: 5m, source: {section: "1"}}\n';

  test('that come in time keep the cadence until the incident is resolved', () => {
    const drill = play(
      `${CADENCE}---\n${step('takes: 50m..50m')}---\n${scenario('people: {anna: {acts: 12m}}')}`,
    );
    expect(minutesOf(drill, 'update.posted')).toEqual([12, 24, 36, 48]);
    expect(promiseOf(drill, 'update/P0').verdict).toBe('kept');
  });

  test('that are missed break the cadence once a gap, and each later gap again', () => {
    const drill = play(
      `${CADENCE}---\n${step('takes: 50m..50m')}---\n${scenario('people: {anna: {acts: 20m}}')}`,
    );
    expect(promiseOf(drill, 'update/P0').broke).toEqual([15, 35]);
  });
});

describe('an authority', () => {
  const FREEZE = `
kind: authorities
authorities:
  shut-off:
    title: Shut the street off
    action: shut-off
    approvals:
      - {role: lead, form: written, or: {form: verbal, then: {written_within: 1h, answers: 0..90m}}, answers: 0..15m}
      - {group: owners, at_least: 3, of: 5, answers: 0..15m}
    produces: [shut]
    source: {section: "1"}
---
${step('takes: 0..5m, authority: shut-off')}`;

  test('needs every approval and m signatures before its step begins', () => {
    const drill = play(
      `${FREEZE}---\n${scenario('answers: [{site: approve/shut-off/lead, after: 3m}, {site: "sign/shut-off/owners#1", after: 4m}, {site: "sign/shut-off/owners#2", after: 6m}, {site: "sign/shut-off/owners#3", after: 9m}]')}`,
    );
    expect(minutesOf(drill, 'signed.shut-off.owners')).toEqual([4, 6, 9]);
    expect(minutesOf(drill, 'authorised.shut-off')).toEqual([9]);
    expect(minutesOf(drill, 'step.close-valve.started')).toEqual([9]);
  });

  test('is never given by two signatures of three', () => {
    const drill = play(
      `${FREEZE}---\n${scenario('answers: [{site: "sign/shut-off/owners#3", never: true}, {site: sign/shut-off/owners, after: 4m}]\nends: 10h')}`,
    );
    expect(minutesOf(drill, 'authorised.shut-off')).toEqual([]);
    expect(minutesOf(drill, 'step.close-valve.started')).toEqual([]);
  });

  test('given by word of mouth counts at once and must be written within its hour', () => {
    const verbal = (after: string) =>
      play(
        `${FREEZE}---\n${scenario(`answers: [{site: approve/shut-off/lead, is: verbal}, {site: write/shut-off/lead, after: ${after}}]`)}`,
      );
    expect(promiseOf(verbal('60m'), 'written/shut-off').verdict).toBe('kept');
    expect(promiseOf(verbal('61m'), 'written/shut-off').broke).toEqual([60]);
    expect(whoDid(verbal('60m'), 'approved.shut-off.written')).toBe('anna');
  });
});

describe('after the incident', () => {
  const REVIEW = (by: string, answers: string) => `
kind: review
milestones:
  post-mortem: {text: Write it up., by: lead, answers: ${answers}, within: {by: ${by}, from: resolved, at_close: outlives}, source: {section: "1"}}
`;

  test('a milestone outlives closing and is drained', () => {
    const drill = play(`${REVIEW('72h', '0..72h')}---\n${scenario('unscripted: latest')}`);
    expect(drill.run.how).toBe('drained');
    expect(promiseOf(drill, 'milestone/post-mortem').verdict).toBe('kept');
    expect(minutesOf(drill, 'milestone.post-mortem')[0]).toBeGreaterThan(72 * 60);
  });

  test('five business days from a Wednesday end on the next Wednesday, at the same time of day', () => {
    const drill = play(`${REVIEW('5 business days', '8d..8d')}---\n${scenario('ends: drained')}`);
    expect(promiseOf(drill, 'milestone/post-mortem').broke).toEqual([7 * 24 * 60]);
  });
});

describe('evidence', () => {
  test('that a step destroys must have been preserved before it', () => {
    const steps = (order: string) => `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [${order}]
`;
    const keep = '{id: take-photo, text: Take a photo., by: worker, produces: [photo]}';
    const dry = '{id: mop-up, text: Mop up., by: worker, destroys: [photo], produces: [valve-closed]}';
    expect(promiseOf(play(steps(`${keep}, ${dry}`)), 'evidence/mop-up/photo').verdict).toBe('kept');
    expect(promiseOf(play(steps(`${dry}, ${keep}`)), 'evidence/mop-up/photo').verdict).toBe('broken');
  });
});

describe('a capability that is lost', () => {
  test('lets work wait, at its start and at its end', () => {
    const needs = step('takes: 5m..5m, needs: [power]');
    const atStart = play(
      `${needs}---\n${scenario('world: {lost: [power]}\ninjects: [{at: 0m, signal: {monitor: water, level: P0}}, {at: 20m, restore: power}]')}`,
    );
    const atEnd = play(
      `${needs}---\n${scenario('injects: [{at: 0m, signal: {monitor: water, level: P0}}, {at: 2m, lose: power}, {at: 20m, restore: power}]')}`,
    );
    expect(minutesOf(atStart, 'step.close-valve')).toEqual([25]);
    expect(minutesOf(atEnd, 'step.close-valve')).toEqual([20]);
  });
});
