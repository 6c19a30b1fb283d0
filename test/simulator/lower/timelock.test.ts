import { describe, expect, test } from 'vitest';
import { minutesOf, play } from '../tiny-book.ts';

const BOOK = `
kind: authorities
authorities:
  sell:
    title: Sell the house
    action: sell
    approvals: [{group: owners, at_least: 3, of: 5, answers: 0..15m}]
    timelock: {length: 48h, override: hurry}
    source: {section: "1"}
  hurry:
    title: Sell without waiting
    action: hurry
    approvals: [{role: lead, answers: 0..15m}]
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Sell., by: worker, authority: sell, produces: [valve-closed]}]
`;
const scenario = (rest: string) => `---\nkind: scenario\nid: drill\n${rest}`;

/** The sale was on its way before anybody looked; the worker's step calls it off. */
const PENDING = (cancel: string) => `
kind: book
id: house
facts: {flooded: {text: Water stands in the cellar.}, sale-submitted: {text: Somebody submitted the sale.}}
---
kind: authorities
authorities:
  sell:
    title: Sell the house
    action: sell
    approvals: [{group: owners, at_least: 3, of: 5, answers: 0..15m}]
    requires: [sale-submitted]
    timelock: {length: 2h${cancel}}
    source: {section: "1"}
  call-off:
    title: Call the sale off
    action: call-off
    approvals: [{group: owners, at_least: 2, of: 5, answers: 0..15m}]
    cancels: sell
    source: {section: "1"}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Call it off., by: worker, authority: call-off, takes: 0..4h, produces: [valve-closed]}]
`;

describe('a timelock', () => {
  test('holds what is approved back for its whole length, to the minute', () => {
    const drill = play(`${BOOK}${scenario('answers: [{site: sign/sell/owners, after: 5m}]')}`);
    expect(minutesOf(drill, 'locked.sell')).toEqual([5]);
    expect(minutesOf(drill, 'authorised.sell')).toEqual([5 + 48 * 60]);
    expect(minutesOf(drill, 'executed.sell')).toEqual([5 + 48 * 60]);
  });

  test('ends at once by an override that somebody asks for, with its own approval', () => {
    const drill = play(
      `${BOOK}${scenario('answers: [{site: sign/sell/owners, after: 5m}, {site: override/sell, after: 20m}, {site: approve/hurry/lead, after: 7m}]')}`,
    );
    expect(minutesOf(drill, 'requested.hurry')).toEqual([25]);
    expect(minutesOf(drill, 'executed.hurry')).toEqual([32]);
    expect(minutesOf(drill, 'authorised.sell')).toEqual([32]);
  });

  test('of something that was on its way is cancelled by the authority that says so, and nothing comes of it', () => {
    const drill = play(
      `${PENDING('')}${scenario('injects: [{at: 0m, fact: sale-submitted}, {at: 10m, signal: {monitor: water, level: P0}}]\nends: 5h')}`,
    );
    expect(minutesOf(drill, 'locked.sell')).toEqual([0]);
    expect(minutesOf(drill, 'cancelled.sell')).toEqual([10]);
    expect(minutesOf(drill, 'executed.sell')).toEqual([]);
  });

  test('is not stopped by a cancellation that comes too late', () => {
    const drill = play(
      `${PENDING('')}${scenario('injects: [{at: 0m, fact: sale-submitted}, {at: 10m, signal: {monitor: water, level: P0}}]\npeople: {paul: {works: 3h}}\nends: 5h')}`,
    );
    expect(minutesOf(drill, 'executed.sell')).toEqual([120]);
    expect(minutesOf(drill, 'executed.call-off')).toEqual([190]);
    expect(minutesOf(drill, 'cancelled.sell')).toEqual([]);
  });

  test('is cancelled by m votes of its own, not by m - 1, where no other authority does it', () => {
    const own = BOOK.replace('override: hurry', 'cancel: {group: owners, at_least: 2}');
    const vote = (second: string) =>
      play(
        `${own}${scenario(`answers: [{site: sign/sell/owners, after: 5m}, {site: "cancel/sell/owners#1", after: 1h}, {site: "cancel/sell/owners#2", ${second}}]\nends: 60h`)}`,
      );
    expect(minutesOf(vote('after: 2h'), 'cancelled.sell')).toHaveLength(1);
    expect(minutesOf(vote('after: 2h'), 'executed.sell')).toEqual([]);
    expect(minutesOf(vote('never: true'), 'executed.sell')).toEqual([5 + 48 * 60]);
  });
});
