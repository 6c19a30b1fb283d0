import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeCone } from '../../../simulator/explore/cone/cone.ts';
import type { Engine } from '../../../simulator/explore/search/engine.ts';
import { generateEngine } from '../../../simulator/explore/search/generate.ts';
import { type Search, search } from '../../../simulator/explore/search/search.ts';
import { searchOnce } from '../../../simulator/explore/search/search-once.ts';
import type { Machine } from '../../../simulator/kernel/machine.ts';
import { randomMachine } from './random-machine.ts';
import { tryEngine } from './try-engine.ts';

const BUDGET = { states: 3_000, bytes: 1e8 };
const SEEDED = { seed: 20_261_130, numRuns: 300 };

const engineOf = (machine: Machine): Engine | undefined =>
  tryEngine(() => generateEngine(wholeCone(machine, [0])));

/** All that anybody asks of a search, and who was asked. */
function told({ table, ...result }: Search, asked: readonly number[]) {
  return { ...result, asked, found: [...table.states.slice(0, result.states)] };
}

/** Judges the breaks in turn as it is told; the last of these answers goes for all after it. */
function judge(answers: readonly boolean[]) {
  const asked: number[] = [];
  const accept = (state: number): boolean => {
    asked.push(state);
    return answers[Math.min(asked.length, answers.length) - 1] as boolean;
  };
  return { asked, accept };
}

/** Machines whose promise breaks in several states, so that there is something to judge. */
const BREAKING = fc
  .sample(randomMachine, { numRuns: 1500, seed: SEEDED.seed })
  .map(engineOf)
  .filter((engine) => {
    const { asked, accept } = judge([false]);
    if (engine) search(engine, 1, BUDGET, (_, state) => accept(state));
    return asked.length > 1;
  }) as Engine[];

test('a search that was made before is told as if it were made again, whoever judges its breaks', () => {
  expect(BREAKING.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(
      fc.constantFrom(...BREAKING),
      fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
      (engine, judges) => {
        for (const answers of judges) {
          const once = judge(answers);
          const anew = judge(answers);
          const result = searchOnce(engine, BUDGET, once.accept);
          const expected = search(engine, 1, BUDGET, (_, state) => anew.accept(state));
          expect(told(result, once.asked)).toEqual(told(expected, anew.asked));
        }
      },
    ),
    SEEDED,
  );
});

test('machines that differ in names alone are searched once, and those that begin elsewhere are not', () => {
  const [machine] = fc.sample(
    randomMachine.filter((each) => engineOf(each) !== undefined),
    { numRuns: 1, seed: 3 },
  );
  if (!machine) throw new Error('no machine was drawn');
  const renamed = {
    ...machine,
    variables: machine.variables.map((variable) => ({ ...variable, name: `other ${variable.name}` })),
  };
  const elsewhere = {
    ...machine,
    variables: machine.variables.map((variable, place) =>
      place === 0 ? { ...variable, initial: 1 - variable.initial } : variable,
    ),
  };
  const tableOf = (each: Machine) => searchOnce(engineOf(each) as Engine, BUDGET, () => false).table;
  const first = tableOf(machine);
  expect(tableOf(renamed)).toBe(first);
  expect(tableOf(elsewhere)).not.toBe(first);
});

test('what was seen with a smaller budget does not answer for a larger one', () => {
  const grows = fc
    .sample(randomMachine, { numRuns: 200, seed: 5 })
    .map(engineOf)
    .find((engine) => engine && search(engine, 1, BUDGET, () => false).states > 10);
  if (!grows) throw new Error('no machine was large enough');
  const small = searchOnce(grows, { ...BUDGET, states: 5 }, () => false);
  const large = searchOnce(grows, BUDGET, () => false);
  expect(small.complete).toBeLessThan(large.complete);
  expect(large.states).toBeGreaterThan(small.states);
});
