import { describe, expect, test } from 'vitest';
import { minutesOf, play, promiseOf, whoDid } from './tiny-book.ts';

const scenario = (rest: string) => `kind: scenario\nid: drill\n${rest}`;
const PATH = `
kind: escalation
paths:
  lead-p0:
    on: {page: lead, severity: [P0]}
    levels: [{page: lead, ack_within: 5m, timeout: 15m, source: {section: "1"}}]
    loop: until-acknowledged
    takeover: {after: 15m, from: page-sent, by: ben, hand_back: on-ack, engages: [worker], source: {section: "1"}}
    source: {section: "1"}
`;

describe('a page', () => {
  test('goes to the backup of the contact sheet at its timeout, and not a minute before', () => {
    const drill = play(scenario('people: {paul: {unreachable: true}}\nends: 1h'));
    expect(minutesOf(drill, 'page-sent.worker')).toEqual([0, 15]);
    expect(whoDid(drill, 'acknowledged.worker')).toBe('ben');
    expect(minutesOf(drill, 'acknowledged.worker')).toEqual([15]);
  });

  test('that is answered at the very instant of its timeout counts as answered', () => {
    const drill = play(scenario('people: {paul: {acknowledges: 15m}}'));
    expect(whoDid(drill, 'acknowledged.worker')).toBe('paul');
    expect(minutesOf(drill, 'page-sent.worker')).toEqual([0]);
  });

  test('starts again on a looping path until somebody answers', () => {
    const drill = play(
      `${PATH}---\n${scenario('people: {anna: {unreachable_until: 40m}, ben: {works: 50m}, paul: {unreachable: true}}\nends: 1h')}`,
    );
    expect(minutesOf(drill, 'page-sent.lead')).toEqual([0, 15, 30]);
    expect(minutesOf(drill, 'acknowledged.lead')).toEqual([40]);
  });

  test('is answered at the time that an answer states, however often it was sent until then', () => {
    const answers = (time: string) => `answers: [{site: page/lead-p0/1/anna@anna#1, ${time}}]`;
    const drill = (time: string) =>
      play(
        `${PATH}---\n${scenario(`${answers(time)}\npeople: {ben: {works: 50m}, paul: {unreachable: true}}\nends: 1h`)}`,
      );
    expect(minutesOf(drill('at: 40m'), 'acknowledged.lead')).toEqual([40]);
    expect(minutesOf(drill('at: 40m'), 'page-sent.lead')).toEqual([0, 15, 30]);
    expect(minutesOf(drill('after: 20m'), 'acknowledged.lead')).toEqual([]);
    expect(() => drill('at: 40m, after: 20m')).toThrow();
  });

  test('breaks its acknowledge SLA at the bound: minute 5 is still in time', () => {
    const late = play(`${PATH}---\n${scenario('people: {anna: {acknowledges: 301s}}')}`);
    const inTime = play(`${PATH}---\n${scenario('people: {anna: {acknowledges: 5m}}')}`);
    expect(promiseOf(late, 'acknowledge/lead-p0')).toEqual({ verdict: 'broken', broke: [5] });
    expect(promiseOf(inTime, 'acknowledge/lead-p0')).toEqual({ verdict: 'kept', broke: [] });
  });
});

describe('command', () => {
  test('passes provisionally at minute 15 of a silent path, not before, and whoever takes it engages others', () => {
    const drill = play(
      `${PATH}---\n${scenario('people: {anna: {unreachable: true}, paul: {unreachable: true}, ben: {acts: 2m}}\nends: 1h')}`,
    );
    expect(minutesOf(drill, 'takeover-due.lead-p0')).toEqual([15]);
    expect(minutesOf(drill, 'command.provisional')).toEqual([17]);
    expect(whoDid(drill, 'command.provisional')).toBe('ben');
  });

  test('goes back when the holder of the role answers late', () => {
    const drill = play(
      `${PATH}---\n${scenario('people: {anna: {unreachable_until: 20m}, paul: {unreachable_until: 2h}, ben: {works: 30m}}\nends: 1h')}`,
    );
    expect(minutesOf(drill, 'command.provisional')).toEqual([15]);
    expect(minutesOf(drill, 'command.assumed')).toEqual([20]);
  });

  test('is not passed on when the page was answered in minute 14', () => {
    const drill = play(`${PATH}---\n${scenario('people: {anna: {acknowledges: 14m}, paul: {works: 30m}}')}`);
    expect(minutesOf(drill, 'takeover-due.lead-p0')).toEqual([]);
  });
});

describe('a person', () => {
  const TWO_STEPS = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: any
    steps:
      - {id: close-valve, text: Close the main valve., by: worker, takes: 5m..5m, produces: [valve-closed]}
      - {id: call-tenants, text: Call the tenants., by: worker, takes: 5m..5m, notifies: [tenants]}
`;

  test('does one thing at a time, even when the order is free', () => {
    const drill = play(TWO_STEPS);
    expect(minutesOf(drill, 'step.close-valve')).toEqual([5]);
    expect(minutesOf(drill, 'step.call-tenants')).toEqual([10]);
  });

  test('who holds two roles is still one person', () => {
    const roles = 'kind: roles\nroles: {lead: {title: Lead, held_by: paul, source: {section: "1"}}}\n';
    const drill = play(
      `${TWO_STEPS.replace('by: worker, takes: 5m..5m, notifies', 'by: lead, takes: 5m..5m, notifies')}---\n${roles}`,
    );
    expect(minutesOf(drill, 'step.call-tenants')).toEqual([10]);
  });

  test('while two people work side by side', () => {
    const drill = play(
      TWO_STEPS.replace('by: worker, takes: 5m..5m, notifies', 'by: lead, takes: 5m..5m, notifies'),
    );
    expect(minutesOf(drill, 'step.close-valve')).toEqual([5]);
    expect(minutesOf(drill, 'step.call-tenants')).toEqual([5]);
  });

  test('acts while busy: joining interrupts nothing', () => {
    const room = `
kind: command
war_room:
  levels: [P0]
  page: [lead]
  channel: call
  open: {by: lead}
  join: {who: [worker], within: {by: 15m, from: declared}}
  source: {section: "1"}
`;
    const drill = play(`${room}---\n${scenario('people: {paul: {acts: 3m, works: 5m}}')}`);
    expect(minutesOf(drill, 'joined.worker')).toEqual([3]);
    expect(minutesOf(drill, 'step.close-valve')).toEqual([5]);
  });

  test('who is late for a step still finishes it when nobody else knows of the incident', () => {
    const drill = play(
      scenario('people: {paul: {acknowledges: 2m, works: 60m}, ben: {works: 1m}}\nends: 2h'),
    );
    expect(drill.run.records.some(({ kind, by }) => kind === 'failed' && by === 'paul')).toBe(true);
    expect(minutesOf(drill, 'step.close-valve')).toEqual([62]);
  });
});
