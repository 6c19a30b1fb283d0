import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import { abstractionOf } from '../../../simulator/explore/abstract/abstraction.ts';
import { influenceOf } from '../../../simulator/explore/abstract/influence.ts';
import { slice } from '../../../simulator/explore/cone/slice.ts';
import { generateEngine } from '../../../simulator/explore/search/generate.ts';
import { search } from '../../../simulator/explore/search/search.ts';
import type { Machine } from '../../../simulator/kernel/machine.ts';
import { randomMachine } from './random-machine.ts';

const BUDGET = { states: 50_000, bytes: 1e8 };
const SEEDED = { seed: 20_261_128, numRuns: 400 };
const PROMISE_AT = 7;

/** Some of the variables and clocks of a random machine, its promise always among them. */
const someKept = fc
  .record({
    variables: fc.uniqueArray(fc.nat(PROMISE_AT), { maxLength: PROMISE_AT }),
    clocks: fc.uniqueArray(fc.nat(1)),
  })
  .map(({ variables, clocks }) => ({
    variables: new Set([...variables, PROMISE_AT]),
    clocks: new Set(clocks),
  }));

const costIn = (machine: Machine, outside: Machine): number | 'does not settle' | undefined => {
  const found = search(generateEngine(slice(machine, [0], outside)), 1, BUDGET);
  if (found.unsettled !== undefined) return 'does not settle';
  return found.breaks[0]?.cost;
};

test('whatever breaks a promise breaks it in every coarser model, at no greater cost', () => {
  fc.assert(
    fc.property(randomMachine, someKept, (machine, kept) => {
      const naive = exploreNaively(machine, 0);
      fc.pre(naive.settles && naive.cost !== undefined);
      const coarse = abstractionOf(influenceOf(machine), kept, [0]);
      const cost = costIn(coarse.machine, machine);
      if (cost === 'does not settle') return;
      expect(cost).toBeLessThanOrEqual(naive.cost as number);
    }),
    SEEDED,
  );
});

test('with everything kept and nothing bound, the coarser model is the machine', () => {
  fc.assert(
    fc.property(randomMachine, (bound) => {
      const machine = { ...bound, windows: bound.windows.map((window) => ({ ...window, hi: undefined })) };
      const naive = exploreNaively(machine, 0);
      fc.pre(naive.settles);
      const all = {
        variables: new Set(machine.variables.keys()),
        clocks: new Set(machine.clocks.keys()),
      };
      const coarse = abstractionOf(influenceOf(machine), all, [0]);
      expect(coarse.complete).toBe(true);
      expect(costIn(coarse.machine, machine)).toBe(naive.cost);
    }),
    SEEDED,
  );
});
