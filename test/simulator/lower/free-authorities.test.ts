import { describe, expect, test } from 'vitest';
import { freeAuthorities } from '../../../model/free-authorities.ts';
import { breakLines } from '../../../simulator/replay/break-lines.ts';
import type { PromiseBreak, PromiseReport } from '../../../simulator/replay/promises.ts';
import { houseBook, minutesOf, play } from '../tiny-book.ts';

const authorities = (of: string) => `
kind: authorities
authorities:
  drain:
    title: Drain the boiler
    action: drain
    approvals: [{role: lead, answers: 0..15m}, {group: owners, at_least: 2, of: 5, answers: 0..15m}]
    notifies: [tenants]
    produces: [boiler-empty]
${of}    source: {section: "1"}
---`;
const STEP = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: worker, takes: 0..60m, produces: [valve-closed]}]
`;
const drill = (answers: string) =>
  `---\nkind: scenario\nid: drill\npeople: {paul: {works: 30m, acts: 1m}, anna: {acts: 1m}}\nanswers: [${answers}]`;
const ASKED =
  '{site: ask/drain, after: 4m}, {site: approve/drain/lead, after: 6m}, {site: sign/drain/owners, after: 2m}';

describe('an authority that no step asks for', () => {
  test('is carried out once whoever commands has asked and everybody has approved, and does what it says', () => {
    const played = play(`${authorities('')}${STEP}${drill(ASKED)}`);
    const [asked] = minutesOf(played, 'requested.drain') as [number];
    expect(minutesOf(played, 'approved.drain.lead')).toEqual([asked + 6]);
    for (const event of ['authorised.drain', 'executed.drain', 'notified.tenants', 'boiler-empty'])
      expect(minutesOf(played, event), event).toEqual([asked + 6]);
  });

  test('is asked for by nobody whom the drill does not tell to', () => {
    const played = play(`${authorities('')}${STEP}${drill('')}`);
    expect(minutesOf(played, 'requested.drain')).toEqual([]);
    expect(minutesOf(played, 'closed')).toHaveLength(1);
  });

  test('keeps the incident open once it is asked for', () => {
    const late = ASKED.replace('lead, after: 6m', 'lead, after: 15m').replace(
      'drain, after: 4m',
      'drain, after: 28m',
    );
    const played = play(`${authorities('')}${STEP}${drill(late)}`);
    const [closed] = minutesOf(played, 'closed') as [number];
    expect(closed).toBeGreaterThanOrEqual(minutesOf(played, 'executed.drain')[0] as number);
  });

  test('is not carried out while one approval is missing', () => {
    const played = play(
      `${authorities('')}${STEP}${drill(ASKED.replace('sign/drain/owners, after: 2m', 'sign/drain/owners, never: true'))}\nends: 2h`,
    );
    expect(minutesOf(played, 'approved.drain.lead')).toHaveLength(1);
    expect(minutesOf(played, 'executed.drain')).toEqual([]);
  });

  test('is decided on in the procedures it names alone', () => {
    const DRIP = `---
kind: runbook
id: drip
title: A tap drips
runs: incident
source: {section: "3"}
severity: {always: P1}
phases:
  - {id: change, title: Change, order: sequence, steps: [{id: change-washer, text: Change the washer., by: worker}]}
`;
    const elsewhere = play(`${authorities('    runbooks: [drip]\n')}${STEP}${DRIP}${drill(ASKED)}`);
    expect(minutesOf(elsewhere, 'requested.drain')).toEqual([]);
    expect(elsewhere.failures.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('ask/drain'),
    );
    const here = play(`${authorities('    runbooks: [leak]\n')}${STEP}${DRIP}${drill(ASKED)}`);
    expect(minutesOf(here, 'executed.drain')).toHaveLength(1);
  });
});

describe('the story of a promise that a free authority could have kept', () => {
  const told = (last: string): string => {
    const changes = `${authorities('')}
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Look., by: worker, takes: 0..60m}
      - {id: listen, text: Listen., by: worker}
      - {id: close-valve, text: Close it., by: lead, ${last}produces: [valve-closed]}
---
kind: invariants
invariants: [{id: x, after: declared, expect: notified.tenants, within: 15m, source: {section: "1"}}]
${drill('')}`;
    const { promises, run } = play(changes);
    const report = promises.find(({ promise }) => promise.name === 'invariant/x') as PromiseReport;
    const lines = breakLines(report, report.breaks[0] as PromiseBreak, {
      book: houseBook(changes),
      records: run.records,
    });
    return lines.map(({ text }) => text).join('\n');
  };

  test('is about whoever was bound to keep it, and about the decision only where nobody was', () => {
    expect(told('notifies: [tenants], ')).toContain('still at it: Plumber, look');
    expect(told('')).toContain('still missing: Caretaker decides: Drain the boiler');
  });

  test('tells who decided where the decision is what started its clock', () => {
    const changes = `${authorities('').replace('    notifies: [tenants]\n', '')}${STEP.replace('produces:', 'notifies: [tenants], produces:')}---
kind: invariants
invariants: [{id: x, after: executed.drain, expect: notified.tenants, within: 5m, source: {section: "1"}}]
${drill(ASKED)}`;
    const { promises, run } = play(changes);
    const report = promises.find(({ promise }) => promise.name === 'invariant/x') as PromiseReport;
    const lines = breakLines(report, report.breaks[0] as PromiseBreak, {
      book: houseBook(changes),
      records: run.records,
    });
    const texts = lines.map(({ text }) => text);
    const start = texts.indexOf('the clock starts');
    expect(texts.slice(0, start)).toEqual([
      'Caretaker approvals requested: Drain the boiler',
      'Caretaker approves as Lead',
      'authorised: Drain the boiler',
      'carried out: Drain the boiler',
    ]);
  });
});

describe('free are', () => {
  const free = (changes: string): string[] => freeAuthorities(houseBook(changes)).map(({ id }) => id);
  const one = (rest = ''): string => `
kind: authorities
authorities:
  drain: {title: Drain, action: drain, approvals: [{role: lead}], ${rest}source: {section: "1"}}
`;

  test('authorities that nothing in the book asks for', () => {
    expect(free(one())).toEqual(['drain']);
    expect(free(`${one()}---${STEP.replace('produces:', 'authority: drain, produces:')}`)).toEqual([]);
  });

  test('none that a control carries out by itself', () => {
    expect(free(one('automatic: The float valve opens., '))).toEqual([]);
  });

  test('none that a message asks for, but those of one that nobody sends', () => {
    const note = (by: string): string => `${one()}---
kind: communications
messages: {note: {audience: tenants, ${by}authority: drain, source: {section: "1"}}}
`;
    expect(free(note('by: worker, '))).toEqual([]);
    expect(free(note(''))).toEqual(['drain']);
  });

  test('none that skip a timelock, or are on their way until another cancels them', () => {
    const two = (
      more: string,
    ): string => `${one(more)}  hurry: {title: Hurry, action: hurry, approvals: [{role: lead}], source: {section: "1"}}
  stop: {title: Stop, action: stop, approvals: [{role: lead}], cancels: drain, source: {section: "1"}}
`;
    expect(free(two('timelock: {length: 2h, override: hurry}, '))).toEqual(['drain', 'stop']);
    expect(free(two('requires: [valve-closed], '))).toEqual(['hurry', 'stop']);
  });

  test('none by which somebody declares', () => {
    const declaring = `
kind: authorities
authorities:
  declare: {title: Declare, action: declare, approvals: [{any_of: [worker, lead]}], source: {section: "1"}}
---
kind: severities
declare: {levels: [P0], by: [lead, worker], confirm: {by: lead, within: {by: 15m, from: declared}, unconfirmed: stays}, source: {section: "1"}}
`;
    expect(free(declaring)).toEqual([]);
  });
});
