import { describe, expect, test } from 'vitest';
import { minutesOf, play, promiseOf } from '../tiny-book.ts';

const scenario = (rest: string) => `---\nkind: scenario\nid: drill\n${rest}`;
const STEP = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: worker, takes: 0..60m, produces: [valve-closed]}]
`;

describe('a message without a deadline', () => {
  const NOTE = `
kind: communications
messages:
  note: {audience: tenants, if: {facts: [flooded]}, by: worker, decided_by: lead, reviewed_by: lead, authority: tell, source: {section: "1"}}
---
kind: authorities
authorities:
  tell: {title: Tell the tenants, action: tell, approvals: [{role: lead, answers: 0..15m}], source: {section: "1"}}
---${STEP}`;
  const wet = 'injects: [{at: 0m, signal: {monitor: water, level: P0}}, {at: 1m, fact: flooded}]\n';

  test('is sent only when somebody decides so, after review and approval', () => {
    const drill = play(
      `${NOTE}${scenario(`${wet}people: {paul: {works: 30m, acts: 1m}, anna: {acts: 2m}}\nanswers: [{site: decide/note, after: 4m}, {site: approve/tell/lead, after: 6m}]`)}`,
    );
    expect(minutesOf(drill, 'requested.tell')).toEqual([5]);
    expect(minutesOf(drill, 'reviewed.note')).toEqual([7]);
    expect(minutesOf(drill, 'sent.note')).toEqual([12]);
  });

  test('is sent by nobody who was not asked to decide', () => {
    const drill = play(`${NOTE}${scenario(`${wet}people: {paul: {works: 30m}, anna: {acts: 2m}}`)}`);
    expect(minutesOf(drill, 'sent.note')).toEqual([]);
    expect(minutesOf(drill, 'closed')).toEqual([32]);
  });

  test('keeps the incident open once it is decided', () => {
    const drill = play(
      `${NOTE}${scenario(`${wet}people: {paul: {works: 5m, acts: 1m}, anna: {acts: 1m}}\nanswers: [{site: decide/note, after: 3m}, {site: approve/tell/lead, after: 15m}]`)}`,
    );
    expect(minutesOf(drill, 'resolved')).toEqual([5]);
    expect(minutesOf(drill, 'closed')[0]).toBeGreaterThanOrEqual(minutesOf(drill, 'sent.note')[0] as number);
  });
});

describe('a message with a deadline and an authority', () => {
  const NOTE = `
kind: communications
messages:
  note: {audience: tenants, on: [P0], within: {by: 30m, from: level}, by: worker, authority: tell, source: {section: "1"}}
---
kind: authorities
authorities:
  tell: {title: Tell the tenants, action: tell, approvals: [{role: lead, answers: 0..15m}], source: {section: "1"}}
---${STEP}`;
  const drill = (answer: string) =>
    play(
      `${NOTE}${scenario(`people: {paul: {works: 50m, acts: 1m}, anna: {acts: 2m}}\nanswers: [{site: approve/tell/lead, ${answer}}]\nends: 1h`)}`,
    );

  test('has its approvals asked for when it is due, and waits for them', () => {
    const approved = drill('after: 6m');
    expect(minutesOf(approved, 'requested.tell')).toEqual([0]);
    const [given] = minutesOf(approved, 'approved.tell.lead') as [number];
    expect(minutesOf(approved, 'sent.note')[0]).toBeGreaterThanOrEqual(given);
    expect(promiseOf(approved, 'message/note').verdict).toBe('kept');
  });

  test('is not sent without them, though that breaks its deadline', () => {
    const silent = drill('never: true');
    expect(minutesOf(silent, 'sent.note')).toEqual([]);
    expect(promiseOf(silent, 'message/note')).toEqual({ verdict: 'broken', broke: [30] });
  });
});

describe('an approval that any of two roles may give', () => {
  const EITHER = `
kind: authorities
authorities:
  cut: {title: Cut the water, action: cut, approvals: [{any_of: [lead, worker], answers: 0..15m}], source: {section: "1"}}
---${STEP.replace('produces:', 'authority: cut, produces:')}`;
  const answering = (role: string, other: string) =>
    play(
      `${EITHER}${scenario(`answers: [{site: approve/cut/lead-or-worker@${role}, after: 4m}, {site: approve/cut/lead-or-worker@${other}, never: true}]\nends: 2h`)}`,
    );

  test('is given by the role whose holder gave it, and by no other', () => {
    const ofLead = answering('anna', 'paul');
    expect(minutesOf(ofLead, 'approved.cut.lead')).toHaveLength(1);
    expect(minutesOf(ofLead, 'approved.cut.worker')).toEqual([]);
    const ofWorker = answering('paul', 'anna');
    expect(minutesOf(ofWorker, 'approved.cut.worker')).toHaveLength(1);
    expect(minutesOf(ofWorker, 'approved.cut.lead')).toEqual([]);
  });
});

describe('provisional command', () => {
  const PATH = (handBack: string) => `
kind: escalation
paths:
  lead-p0:
    on: {page: lead, severity: [P0]}
    levels: [{page: lead, timeout: 15m, source: {section: "1"}}]
    loop: until-acknowledged
    takeover: {after: 15m, from: page-sent, by: ben, provisional: true, hand_back: ${handBack}, source: {section: "1"}}
    source: {section: "1"}
---${STEP}`;
  const people = 'people: {anna: {unreachable_until: 33m, acts: 4m}, paul: {works: 58m}, ben: {acts: 1m}}\n';

  test('goes back with the answer, where the book says so', () => {
    const drill = play(`${PATH('on-ack')}${scenario(people)}`);
    expect(minutesOf(drill, 'command.provisional')).toEqual([16]);
    expect(minutesOf(drill, 'command.assumed')).toEqual([33]);
  });

  test('goes back by a decision after the answer, where the book asks for one', () => {
    const drill = play(
      `${PATH('on-decision')}${scenario(people.replace('acts: 4m', 'acts: 4m, acknowledges: 1m'))}`,
    );
    expect(minutesOf(drill, 'acknowledged.lead')).toEqual([33]);
    expect(minutesOf(drill, 'command.assumed')).toEqual([37]);
  });
});

describe('closing', () => {
  test('does not wait for a step whose fact never came', () => {
    const waiting = STEP.replace(
      'produces: [valve-closed]}',
      'produces: [valve-closed]}, {id: dry, text: Dry the cellar., by: worker, requires: [flooded]}',
    );
    expect(minutesOf(play(`${waiting}${scenario('')}`), 'closed')).toEqual([0]);
  });

  test('waits for a step whose turn has come', () => {
    const more = STEP.replace(
      'produces: [valve-closed]}',
      'produces: [valve-closed]}, {id: dry, text: Dry the cellar., by: worker, takes: 20m..30m}',
    );
    expect(minutesOf(play(`${more}${scenario('')}`), 'closed')).toEqual([20]);
  });
});

describe('a condition that must last', () => {
  const MONITOR = `
kind: monitors
monitors:
  damp:
    title: Damp
    tool: Meter
    interval: 1m
    thresholds: {P1: {condition: damp, text: Damp for an hour., for: 1h, sets: [damp-for-an-hour], opens: leak}}
    source: {section: "1"}
---${STEP}`;

  test('sets its facts once it has lasted, not when it begins', () => {
    const drill = play(`${MONITOR}${scenario('injects: [{at: 5m, signal: {monitor: damp, level: P1}}]')}`);
    expect(minutesOf(drill, 'damp-for-an-hour')).toEqual([65]);
  });

  test('sets nothing when it ends before', () => {
    const drill = play(
      `${MONITOR}${scenario('injects: [{at: 5m, signal: {monitor: damp, level: P1}}, {at: 64m, signal: {monitor: damp, level: ok}}]\nends: 3h')}`,
    );
    expect(minutesOf(drill, 'damp-for-an-hour')).toEqual([]);
    expect(promiseOf(drill, 'respond/P0').verdict).toBe('not-called');
  });
});

describe('a control', () => {
  test('that takes time ends its hold after the incident is closed, too', () => {
    const drill = play(
      `kind: monitors\ncontrols:\n  fan: {title: Fan, text: Runs for a day., if: {facts: [flooded]}, ends: {after: 24h, sets: [dry], clears: [flooded]}, source: {section: "1"}}\n---\nkind: review\nmilestones:\n  write-up: {text: Write it down., by: worker, answers: 48h..72h, within: {by: 72h, from: resolved, at_close: outlives}, source: {section: "1"}}\n---${STEP}${scenario('injects: [{at: 0m, signal: {monitor: water, level: P0}}, {at: 1m, fact: flooded}]\npeople: {paul: {works: 5m}}')}`,
    );
    expect(minutesOf(drill, 'closed')).toEqual([5]);
    expect(minutesOf(drill, 'dry')).toEqual([1 + 24 * 60]);
  });

  test('that its own end answers does not act for ever', () => {
    const drill = play(
      `kind: monitors\ncontrols:\n  pump: {title: Pump, text: Runs when it is wet., if: {facts: [flooded]}, sets: [pumping], ends: {if: {facts: [valve-closed]}, clears: [pumping]}, source: {section: "1"}}\n---${STEP}${scenario('injects: [{at: 0m, signal: {monitor: water, level: P0}}, {at: 1m, fact: flooded}]\npeople: {paul: {works: 5m}}')}`,
    );
    expect(minutesOf(drill, 'pumping')).toEqual([1]);
    expect(minutesOf(drill, 'closed')).toHaveLength(1);
  });
});

describe('two controls with one fact', () => {
  const twoPumps = (lines: string) =>
    play(
      `kind: book\nid: house\nfacts: {pumping: {text: The pumps run.}, cable-wet: {text: Water reached the cable.}, cable-dry: {text: The cable is dry.}}\n---\nkind: monitors\ncontrols:\n  cellar: {title: Cellar pump, text: Runs when it is wet., if: {facts: [flooded]}, sets: [pumping], ends: {if: {facts: [valve-closed]}, clears: [pumping]}, source: {section: "1"}}\n  cable: {title: Cable pump, text: Runs when the cable is wet., if: {facts: [cable-wet]}, sets: [pumping], ends: {if: {facts: [cable-dry]}, clears: [pumping]}, source: {section: "1"}}\n---${STEP}${scenario(`injects: [{at: 0m, signal: {monitor: water, level: P0}}, ${lines}]\npeople: {paul: {works: 5m}}`)}`,
    );

  const pumping = ({ run: { machine, state } }: ReturnType<typeof play>) =>
    state[machine.variables.findIndex(({ name }) => name === 'fact/pumping')];

  test('are not ended for each other: what one still holds the end of the other does not lift', () => {
    const drill = twoPumps('{at: 1m, fact: cable-wet}, {at: 2m, fact: flooded}');
    expect(minutesOf(drill, 'valve-closed')).toEqual([5]);
    expect(pumping(drill)).toBe(1);
  });

  test('are over once neither holds it any more', () => {
    const drill = twoPumps('{at: 1m, fact: cable-wet}, {at: 2m, fact: flooded}, {at: 4m, fact: cable-dry}');
    expect(pumping(drill)).toBe(0);
  });
});
