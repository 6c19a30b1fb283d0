import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreNaively } from '../../../bench/naive-explorer.ts';
import { slice } from '../../../simulator/explore/cone/slice.ts';
import { decide } from '../../../simulator/explore/refinement/decide.ts';
import { smallestHittingSet } from '../../../simulator/explore/refinement/hitting-set.ts';
import { generateEngine } from '../../../simulator/explore/search/generate.ts';
import { search } from '../../../simulator/explore/search/search.ts';
import { onlyTheseFail } from '../../../simulator/explore/subject.ts';
import { all, type Guard, is } from '../../../simulator/kernel/guard.ts';
import type { Effect, Machine, Window } from '../../../simulator/kernel/machine.ts';
import { thoseWhoMayFail } from '../../../simulator/kernel/may-fail.ts';
import { subjectAbout } from './inquiry-about.ts';
import { onePromise } from './one-promise.ts';
import { randomMachine } from './random-machine.ts';

const BUDGET = { states: 50_000, bytes: 1e8 };
const PROMISED = 0;
const BOUND = 5;

/** So many people are asked at once; any of them has five minutes to answer, and one answer is enough. */
function asked(people: number): Machine {
  const failed = (person: number) => 1 + 2 * person;
  const answered = (person: number) => 2 + 2 * person;
  const common = { doing: 'act' as const, answered: undefined, atOpening: false, at: undefined, text: '' };
  const acts = (site: string, when: Guard, effects: Effect[], more: Partial<Window>): Window => ({
    ...common,
    site,
    owner: { kind: 'nature' },
    when,
    clock: undefined,
    lo: 0,
    hi: undefined,
    alternatives: [{ name: 'done', effects }],
    ...more,
  });
  const each = Array.from({ length: people }, (_, person) => person);
  const set = (variable: number, to: number): Effect => ({ op: 'set', variable, to });
  return {
    grain: 1,
    variables: [
      { name: 'promise', size: 5, initial: 0 },
      ...each.flatMap((person) => [
        { name: `failed/${person}`, size: 2, initial: 0 },
        { name: `answered/${person}`, size: 2, initial: 0 },
      ]),
    ],
    clocks: [{ name: 'since', cap: BOUND + 1 }],
    windows: [
      acts('asks', is(PROMISED, 0), [set(PROMISED, 1), { op: 'start', clock: 0, restart: false }], {}),
      ...each.map((person) =>
        acts(
          `answer/${person}`,
          all(is(PROMISED, 1), is(answered(person), 0)),
          [set(answered(person), 1), set(PROMISED, 2)],
          {
            owner: { kind: 'person', id: `person-${person}`, failed: failed(person) },
            clock: 0,
            hi: BOUND,
          },
        ),
      ),
    ],
    consequences: [],
    events: [],
    promises: [onePromise('answered', PROMISED, BOUND)],
  };
}

test('that one of many answers breaks only when all of them are late, and a budget that counts no such state sees that', () => {
  const people = 9;
  const { kind, least, found } = decide(subjectAbout(asked(people)), 0, 'broken', {
    states: 400,
    bytes: 1e8,
  });
  expect({ kind, least, cost: found?.cost }).toEqual({ kind: 'found', least: people, cost: people });
  expect(new Set(found?.acted.failed).size).toBe(people);
});

test('whoever breaks a promise also breaks it where just those are late from the start', () => {
  fc.assert(
    fc.property(randomMachine, (machine) => {
      const naive = exploreNaively(machine, 0);
      fc.pre(naive.settles && naive.cost !== undefined);
      const people = [...thoseWhoMayFail(machine).keys()];
      const sets = Array.from({ length: 2 ** people.length }, (_, mask) =>
        people.filter((_, bit) => mask & (1 << bit)),
      );
      const breaks = sets.filter((failing) => {
        const { assumed } = onlyTheseFail(subjectAbout(machine), new Set(failing));
        const cone = slice(assumed.machine, [0]);
        return search(generateEngine(cone), 1, BUDGET).breaks[0] !== undefined;
      });
      expect(Math.min(...breaks.map(({ length }) => length))).toBeLessThanOrEqual(naive.cost as number);
    }),
    { seed: 20_261_128, numRuns: 300 },
  );
});

test('a smallest hitting set has one of each set, and no smaller one has; of an empty set none has one', () => {
  const set = fc.uniqueArray(fc.nat(6), { maxLength: 4 }).map((each) => new Set(each));
  fc.assert(
    fc.property(fc.array(set, { maxLength: 6 }), (sets) => {
      const hits = (chosen: Set<number>) => sets.every((each) => [...each].some((one) => chosen.has(one)));
      const found = smallestHittingSet(sets);
      expect(found === undefined).toBe(sets.some(({ size }) => size === 0));
      if (!found) return;
      expect(hits(found)).toBe(true);
      for (let mask = 0; mask < 128; mask++) {
        const other = new Set([0, 1, 2, 3, 4, 5, 6].filter((bit) => mask & (1 << bit)));
        if (other.size < found.size) expect(hits(other)).toBe(false);
      }
    }),
  );
});
