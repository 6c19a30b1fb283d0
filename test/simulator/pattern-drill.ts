import { play, promiseOf } from './tiny-book.ts';

/** Work that ends when the drill says so, on a house where Anna closes at once. */
export const STEP = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: worker, takes: 0..60m, clears: [flooded], produces: [valve-closed]}]
`;
export const CADENCE = `
kind: command
cadence: {channel: call, by: commander, every: {P0: 15m}, lead: 5m, source: {section: "1"}}
`;
export const WATER = '{at: 0m, signal: {monitor: water, level: P0}}';
export const flooded = (at: string) => `injects: [${WATER}, {at: ${at}, fact: flooded}]`;
export const works = (paul: string, anna = '') =>
  `people: {paul: {works: ${paul}}${anna === '' ? '' : `, anna: {${anna}}`}}`;
/** Nobody declares anything. */
export const QUIET = 'injects: [{at: 0m, text: A sunny day.}]\nends: 1h';

/** What became of one invariant in one drill of the house. */
export const drill = (pattern: string, scenario: string, more = '') =>
  promiseOf(
    play(
      [
        STEP,
        `kind: invariants\ninvariants: [{id: x, source: {section: "1"}, ${pattern}}]\n`,
        `kind: scenario\nid: drill\n${scenario}\n`,
        ...(more === '' ? [] : [more]),
      ].join('---\n'),
    ),
    'invariant/x',
  );
