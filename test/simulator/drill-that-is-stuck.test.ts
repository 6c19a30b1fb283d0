import { expect, test } from 'vitest';
import { minutesOf, play } from './tiny-book.ts';

test('a drill that goes round in one instant fails, says where, and keeps what happened until then', () => {
  const drill = play(`
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed], outcomes: {shut: {}, stuck: {goto: close-valve}}}
---
kind: scenario
id: drill
people: {paul: {acknowledges: 2m}}
answers: [{site: step/close-valve, is: stuck}]
`);
  expect(drill.run.how).toBe('stuck');
  expect(minutesOf(drill, 'acknowledged.worker')).toEqual([2]);
  expect(drill.failures[0]).toEqual({
    at: drill.scenario.at,
    message:
      'the drill cannot go on: the instant 120s does not end (step/close-valve, step/close-valve/start); give one of them an answer that takes time',
  });
});
