import { describe, expect, test } from 'vitest';
import { minutesOf, play } from '../tiny-book.ts';

const second = (rest: string) => `
kind: runbook
id: mould
title: Mould grows
runs: incident
source: {section: "3"}
severity: {decide: [{if: {facts: [flooded]}, is: P0}], otherwise: P1}
${rest}
resolved: {when: [mould-gone]}
close: {by: lead}
---
kind: monitors
monitors:
  walls:
    title: Walls
    tool: Nose
    interval: real-time
    thresholds: {P1: {condition: mouldy, text: The wall is mouldy., opens: mould}}
    source: {section: "3"}
`;
const SCRUB = `
phases:
  - id: scrub
    title: Scrub
    order: sequence
    steps: [{id: scrub, text: Scrub., by: worker, takes: 0..60m, produces: [mould-gone]}]
`;
const BOTH = `
kind: scenario
id: drill
also: [mould]
injects: [{at: 0m, signal: {monitor: water, level: P0}}, {at: 2m, signal: {monitor: walls, level: P1}}]
people: {paul: {works: 5m}}
`;

describe('two procedures in one incident', () => {
  test('are opened by the alert of each, and one pair of hands works them one after the other', () => {
    const drill = play(`${second(SCRUB)}---\n${BOTH}`);
    expect(minutesOf(drill, 'opened.mould')).toEqual([2]);
    expect(minutesOf(drill, 'step.close-valve')).toEqual([5]);
    expect(minutesOf(drill, 'step.scrub.started')).toEqual([5]);
  });

  test('resolve the incident when both say so, not when the first one does', () => {
    const drill = play(`${second(SCRUB)}---\n${BOTH}`);
    expect(minutesOf(drill, 'valve-closed')).toEqual([5]);
    expect(minutesOf(drill, 'resolved')).toEqual([10]);
  });

  test('each look for a cause of their own', () => {
    const cause = (id: string, then: string) =>
      `${id}: {title: Found., resolution: Act.${then}, source: {section: "3"}}`;
    const causes = (name: string, then: string) => `
causes:
  read_by: look-${name}
  values: {${cause(`${name}-other`, '')}, ${cause(`${name}-found`, `, then: [${then}]`)}}
`;
    const leak = `
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: any, steps: [{id: look-leak, text: Look., by: worker}, {id: close-valve, text: Close., by: worker, produces: [valve-closed]}]}
${causes('leak', 'close-valve')}`;
    const mould = second(`
phases:
  - {id: scrub, title: Scrub, order: any, steps: [{id: look-mould, text: Look., by: worker}, {id: scrub, text: Scrub., by: worker, produces: [mould-gone]}]}
${causes('mould', 'scrub')}`);
    const drill = play(
      `${leak}---\n${mould}---\n${BOTH}answers: [{site: step/look-leak, is: leak-other}, {site: step/look-mould, is: mould-found}]`,
    );
    expect(minutesOf(drill, 'step.close-valve')).toEqual([]);
    expect(minutesOf(drill, 'step.scrub')).toHaveLength(1);
  });

  test('that share the name of a step are told apart where it is done', () => {
    const twin = second(SCRUB.replace('id: scrub, text', 'id: close-valve, text'));
    const drill = play(
      `${twin}---\n${BOTH}answers: [{site: step/leak/close-valve, after: 3m}, {site: step/mould/close-valve, after: 7m}]`,
    );
    expect(minutesOf(drill, 'step.close-valve')).toEqual([3, 10]);
  });
});

describe('opening a procedure', () => {
  test('beside a less severe one raises the incident to it', () => {
    const both = `
kind: runbook
id: leak
severity: {always: P1}
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: close-valve, text: Close., by: worker, opens: [mould], produces: [valve-closed]}]}
---
${second(SCRUB).replace(/severity:.*/, 'severity: {always: P0}')}---
kind: scenario
id: drill
people: {paul: {works: 5m}}
`;
    expect(minutesOf(play(both), 'level.P1')).toEqual([0]);
    expect(minutesOf(play(both), 'level.P0')).toEqual([5]);
  });

  test('that is always of one level raises to it, however it was declared', () => {
    const drill = play('kind: scenario\nid: drill\ninjects: [{at: 0m, declare: {by: worker, severity: P1}}]');
    expect(minutesOf(drill, 'level.P0')).toEqual([0]);
    expect(minutesOf(drill, 'level.P1')).toEqual([]);
  });

  test('is left to whoever commands when the alert names none', () => {
    const nameless = `
kind: monitors
monitors:
  noise:
    title: Noise
    tool: Ears
    interval: real-time
    thresholds: {P0: {condition: loud, text: A loud noise.}}
    source: {section: "3"}
---
kind: scenario
id: drill
injects: [{at: 0m, signal: {monitor: noise, level: P0}}]
people: {anna: {acknowledges: 3m, acts: 2m}}
`;
    const drill = play(nameless);
    expect(minutesOf(drill, 'declared')).toEqual([0]);
    expect(minutesOf(drill, 'opened.leak')).toEqual([5]);
    expect(minutesOf(drill, 'closed')).toHaveLength(1);
  });
});
