import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import { slice } from '../../../simulator/explore/cone/slice.ts';
import { generateEngine } from '../../../simulator/explore/search/generate.ts';
import { search } from '../../../simulator/explore/search/search.ts';
import { is } from '../../../simulator/kernel/guard.ts';
import type { Effect, Machine, Window } from '../../../simulator/kernel/machine.ts';
import { onePromise } from './one-promise.ts';
import { randomMachine } from './random-machine.ts';

const BUDGET = { states: 50_000, bytes: 1e8 };
const SEEDED = { seed: 20_261_128, numRuns: 300 };
const TIMES = 3;

/** The same machine with a grain so much finer: more can happen in it, between the old grains. */
const finer = (machine: Machine): Machine => ({
  ...machine,
  windows: machine.windows.map((window) => ({
    ...window,
    lo: window.lo * TIMES,
    hi: window.hi === undefined ? undefined : window.hi * TIMES,
  })),
  clocks: machine.clocks.map((clock) => ({ ...clock, cap: (clock.cap - 1) * TIMES + 1 })),
  promises: machine.promises.map((promise) => ({ ...promise, bound: promise.bound * TIMES })),
});

test('what breaks between the grains of a cone breaks in the cone, at no greater cost', () => {
  fc.assert(
    fc.property(randomMachine, (coarse) => {
      const machine = finer(coarse);
      const naive = exploreNaively(machine, 0);
      fc.pre(naive.settles && naive.cost !== undefined);
      const cost = search(generateEngine(slice(machine, [0])), 1, BUDGET).breaks[0]?.cost;
      expect(cost).toBeLessThanOrEqual(naive.cost as number);
    }),
    SEEDED,
  );
});

const DUTY = 0;
const FAILED = 1;
const PROMISED = 2;

/** Ann has two minutes for what she does first; a timer of another clock takes it from her, and gives her two minutes again. */
const handedOn: Machine = {
  grain: 1,
  variables: [
    { name: 'duty', size: 3, initial: 0 },
    { name: 'failed/ann', size: 2, initial: 0 },
    { name: 'done', size: 5, initial: 0 },
  ],
  clocks: ['first', 'timer', 'second'].map((name) => ({ name, cap: 3 })),
  windows: [
    nature('begins', 0, [set(DUTY, 1), set(PROMISED, 1), start(0)]),
    nature('watches', 0, [start(1)]),
    bounded('hand-on', { kind: 'machine' }, 1, { clock: 1, lo: 2 }, [set(DUTY, 2), start(2)]),
    bounded('first', ann(), 1, { clock: 0, lo: 0 }, [set(DUTY, 0), set(PROMISED, 2)]),
    bounded('second', ann(), 2, { clock: 2, lo: 0 }, [set(DUTY, 0), set(PROMISED, 2)]),
  ],
  consequences: [],
  events: [],
  promises: [onePromise('done', PROMISED, 2)],
};

function ann(): Window['owner'] {
  return { kind: 'person', id: 'ann', failed: FAILED };
}

function set(variable: number, to: number): Effect {
  return { op: 'set', variable, to };
}

function start(clock: number): Effect {
  return { op: 'start', clock, restart: false };
}

function nature(site: string, duty: number, effects: Effect[]): Window {
  return { ...bounded(site, { kind: 'nature' }, duty, { clock: undefined, lo: 0 }, effects), hi: undefined };
}

function bounded(
  site: string,
  owner: Window['owner'],
  duty: number,
  from: Pick<Window, 'clock' | 'lo'>,
  effects: Effect[],
): Window {
  const common = { doing: 'act' as const, answered: undefined, atOpening: false, at: undefined, text: '' };
  return {
    site,
    owner,
    when: is(DUTY, duty),
    ...from,
    hi: 2,
    alternatives: [{ name: '0', effects }],
    ...common,
  };
}

test('a duty that a timer takes away shortly before it is due is taken away in a cone whose grain does not show how shortly', () => {
  expect(exploreNaively(handedOn, 0).cost).toBe(0);
  const cone = slice(handedOn, [0]);
  expect(cone.machine.grain).toBe(2);
  expect(search(generateEngine(cone), 1, BUDGET).breaks[0]?.cost).toBe(0);
});
