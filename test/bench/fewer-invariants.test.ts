import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shipped } from '../../bench/books.ts';
import { fewerInvariants, invariantsOf } from '../../bench/fewer-invariants.ts';
import { renderTrace } from '../../simulator/compiled/render-trace.ts';
import { makeSimulator } from '../../simulator/compiled/simulate.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';

const { book, runbook, begins } = JSON.parse(readFileSync('bench/real-case.json', 'utf8'));
const { machine, odds, options } = shipped(book, runbook, begins, 'closed');

const ofPromises = (kind: string): boolean => kind.startsWith('promise-');

/** What a seed's incident comes to: everything that is not about promises, with its time. */
function playerOf(watched: Machine) {
  const simulate = makeSimulator(watched, odds, options);
  return (seed: number) => {
    const { records, ended, how } = renderTrace(watched, simulate(seed));
    const happened = records.filter(({ kind }) => !ofPromises(kind)).map(({ t, event }) => `${t} ${event}`);
    return { happened, ended, how, promises: records.length - happened.length };
  };
}

test.each([0, 30])(
  'with %i invariants the same incidents happen, and fewer promises are kept account of',
  (count) => {
    const all = playerOf(machine);
    const fewer = playerOf(fewerInvariants(machine, count));
    for (let seed = 0; seed < 100; seed++) {
      const { promises, ...same } = all(seed);
      const { promises: left, ...incident } = fewer(seed);
      expect(incident).toEqual(same);
      expect(left).toBeLessThan(promises);
    }
  },
);

test('the real book is measured with thirty invariants, and with more', () => {
  expect(invariantsOf(machine).length).toBeGreaterThan(30);
  expect(invariantsOf(fewerInvariants(machine, 30))).toHaveLength(30);
});
