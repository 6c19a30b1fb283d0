import { expect, test } from 'vitest';
import { drill } from '../pattern-drill.ts';

const SPEAKER = `
kind: roles
people: {tom: {title: Tenant}}
roles:
  speaker: {title: Speaker, held_by: tom, designated: {by: lead, from: acknowledged.lead, answers: 0..20m}, source: {section: "1"}}
`;
const TOLD = 'after: step.close-valve, expect: flooded, within: 2m';
const ends = (acts: string) => `people: {paul: {works: 10m}, anna: {acts: ${acts}}}\nends: 1h`;

test('a role that is given is held from then on, and an invariant may ask for that', () => {
  const asks = `${TOLD}, if: {designated: [speaker]}`;
  expect(drill(asks, ends('4m'), SPEAKER).broke).toEqual([12]);
  expect(drill(asks, ends('16m'), SPEAKER).verdict).toBe('not-called');
});

test('a role that is not given is always held', () => {
  expect(drill(`${TOLD}, if: {designated: [worker]}`, ends('16m'), SPEAKER).broke).toEqual([12]);
});

test('a role that there is none of is refused where it is named', () => {
  expect(() => drill(`${TOLD}, if: {designated: [herald]}`, ends('4m'), SPEAKER)).toThrow(/herald/);
});
