import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIGHEST_MARK, tapeChooser } from '../../simulator/choose/tape.ts';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { randomBreaks } from '../../simulator/proofs/random-breaks.ts';
import { tellBreak } from '../../simulator/proofs/tell-break.ts';
import { run } from '../../simulator/run/run.ts';
import { houseBook } from './tiny-book.ts';

const valveBy = (by: string) => `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed], within: {by: ${by}, from: declared}}
`;

const OPTIONS = { runbook: 'leak', runs: 200, seed: 7, starts: '2026-09-16T14:00:00Z' };

test('a promise that the book breaks by itself is found, and shrunk until nothing happens that need not', () => {
  const book = houseBook(valveBy('8m'));
  const { breaks } = randomBreaks(book, OPTIONS);
  expect(breaks.map(({ promise }) => promise.name)).toEqual(['step/close-valve']);
  const [found] = breaks;
  if (!found) throw new Error('it was found');
  expect(found.acted.failed).toEqual([]);
  expect(found.acted.injects).toHaveLength(1);
  expect(found.acted.answers.length).toBeLessThanOrEqual(2);
  expect(found.path).toMatch(/^\d+(:\d+)*$/);
});

test('the shrunk story is a drill that replays to the same break', () => {
  const book = houseBook(valveBy('8m'));
  const { machine, breaks } = randomBreaks(book, OPTIONS);
  const [found] = breaks;
  if (!found) throw new Error('it was found');
  const { story } = tellBreak(book, machine, OPTIONS, found);
  expect(story.reproduces).toBe(true);
  expect(story.scenario.expect.breaks[0]).toMatchObject({ promise: 'step/close-valve', at: '8m' });
});

test('what must survive nobody being late is not blamed for people who are', () => {
  expect(randomBreaks(houseBook(valveBy('10m')), OPTIONS).breaks).toEqual([]);
});

test('the same seed gives the same breaks, by the same path', () => {
  const twice = [0, 1].map(() => randomBreaks(houseBook(valveBy('8m')), OPTIONS).breaks);
  expect(JSON.stringify(twice[0])).toBe(JSON.stringify(twice[1]));
});

test('a tape decides everything: the same marks give the same trace, and what comes after the end of a tape is as if it were calm', () => {
  const machine = lowerIncident(houseBook(), { runbook: 'leak', grain: 1 });
  const traceOf = (tape: readonly number[]) =>
    run(
      machine,
      tapeChooser(tape, {
        begins: { site: 'signal/water', alternative: 'P0' },
        from: 'declared',
        mayHappen: () => true,
      }),
      { until: 'drained', horizon: 86_400 },
    ).records;
  fc.assert(
    fc.property(fc.array(fc.nat(HIGHEST_MARK), { maxLength: 40 }), fc.nat(20), (tape, more) => {
      const trace = traceOf(tape);
      expect(traceOf(tape)).toEqual(trace);
      expect(traceOf([...tape, ...Array.from({ length: more }, () => 0)])).toEqual(trace);
    }),
    { numRuns: 50 },
  );
});
