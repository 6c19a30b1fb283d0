import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import { wholeCone } from '../../../simulator/explore/cone/cone.ts';
import { slice } from '../../../simulator/explore/cone/slice.ts';
import type { Engine } from '../../../simulator/explore/search/engine.ts';
import { shortcutsOf } from '../../../simulator/explore/search/future.ts';
import { generateEngine } from '../../../simulator/explore/search/generate.ts';
import { interpretCone } from '../../../simulator/explore/search/interpret.ts';
import { layoutOf, pack, unpack } from '../../../simulator/explore/search/layout.ts';
import { search } from '../../../simulator/explore/search/search.ts';
import type { Machine } from '../../../simulator/kernel/machine.ts';
import { randomMachine } from './random-machine.ts';
import { tryEngine } from './try-engine.ts';

const BUDGET = { states: 20_000, bytes: 1e8 };
const SEEDED = { seed: 20_261_122, numRuns: 400 };

const outcome = (engine: Engine) => {
  const { states, breaks, unsettled, complete } = search(engine, 1, BUDGET);
  return { cost: breaks[0]?.cost, settles: unsettled === undefined, states, complete };
};

test('generated code and the kernel find the same states, in the same order, and the same cheapest break', () => {
  fc.assert(
    fc.property(randomMachine, (machine) => {
      const cone = wholeCone(machine, [0]);
      const kernel = tryEngine(() => interpretCone(cone));
      fc.pre(kernel !== undefined);
      if (!kernel) return;
      const one = search(kernel, 1, BUDGET);
      const two = search(generateEngine(cone), 1, BUDGET);
      expect(two.states).toBe(one.states);
      expect(two.breaks).toEqual(one.breaks);
      expect(two.called).toBe(one.called);
      expect(two.table.states.slice(0, two.states)).toEqual(one.table.states.slice(0, one.states));
    }),
    SEEDED,
  );
});

test('a Set of strings, written from the semantics alone, counts the same states and costs', () => {
  fc.assert(
    fc.property(randomMachine, (machine) => {
      const cone = wholeCone(machine, [0]);
      const engine = tryEngine(() => generateEngine(cone));
      fc.pre(engine !== undefined);
      if (!engine) return;
      const ours = outcome(engine);
      const { live, mayReach } = shortcutsOf(cone);
      const naive = exploreNaively(machine, 0, { live, breakable: mayReach[0] as never });
      fc.pre(ours.settles && naive.settles);
      expect(ours.cost).toBe(naive.cost);
      if (ours.cost === undefined) expect(ours.states).toBe(naive.states);
    }),
    SEEDED,
  );
});

const withoutShortcuts = (machine: Machine) => exploreNaively(machine, 0);

test('switching off dead clocks and stopping where nothing can break changes no verdict', () => {
  fc.assert(
    fc.property(randomMachine, (machine) => {
      const engine = tryEngine(() => generateEngine(wholeCone(machine, [0])));
      fc.pre(engine !== undefined);
      const naive = withoutShortcuts(machine);
      fc.pre(naive.settles);
      expect(outcome(engine as Engine).cost).toBe(naive.cost);
    }),
    SEEDED,
  );
});

test('what breaks in the whole machine breaks in the cone, at no greater cost', () => {
  fc.assert(
    fc.property(randomMachine, (machine) => {
      const naive = withoutShortcuts(machine);
      fc.pre(naive.settles && naive.cost !== undefined);
      const cost = outcome(generateEngine(slice(machine, [0]))).cost;
      expect(cost).toBeLessThanOrEqual(naive.cost as number);
    }),
    SEEDED,
  );
});

test('where no move is bound, the cone gives the verdict and the cost of the whole machine', () => {
  fc.assert(
    fc.property(randomMachine, (bound) => {
      const machine = { ...bound, windows: bound.windows.map((window) => ({ ...window, hi: undefined })) };
      const naive = withoutShortcuts(machine);
      fc.pre(naive.settles);
      expect(outcome(generateEngine(slice(machine, [0]))).cost).toBe(naive.cost);
    }),
    SEEDED,
  );
});

test('a packed state unpacks to itself', () => {
  fc.assert(
    fc.property(randomMachine, fc.infiniteStream(fc.nat()), (machine, chance) => {
      const layout = layoutOf(machine);
      const draw = (n: number) => (chance.next().value as number) % n;
      const state = Int32Array.from([
        ...machine.variables.map(({ size }) => draw(size)),
        ...machine.clocks.map(({ cap }) => draw(cap + 2) - 1),
      ]);
      const packed = new Int32Array(layout.words);
      pack(layout, state, packed, 0);
      const back = new Int32Array(state.length);
      unpack(layout, packed, 0, back);
      expect(back).toEqual(state);
    }),
    SEEDED,
  );
});
