import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clue, type NamedPrecision, namesOf } from '../../../simulator/explore/clue.ts';
import type { Proof } from '../../../simulator/explore/proof.ts';
import { prove, proverOf } from '../../../simulator/explore/prove.ts';
import { tellingBook, tellingHouses } from '../telling-house.ts';

const OPTIONS = {
  runbook: 'leak',
  budget: { states: 1000, bytes: 1e8 },
  outages: false,
  starts: '2026-09-16T14:00:00Z',
};

/** What a proof says: everything but how much was looked at, and which of several stories it tells. */
const saidBy = ({ promise, verdict, inOutages, tolerance }: Proof) => ({
  promise,
  tolerance,
  kind: verdict.kind,
  cost: verdict.kind === 'broken' ? verdict.cost : undefined,
  inOutages,
});

const modelsIn = (proofs: readonly Proof[]): number =>
  proofs.reduce((sum, { attempts, witness }) => sum + attempts.length + witness.length, 0);

test('what was decided once is decided in fewer models by its clues, with the same verdicts, and the clues stay what they are', () => {
  let [models, again] = [0, 0];
  fc.assert(
    fc.property(tellingHouses, (house) => {
      const book = tellingBook(house);
      const first = prove(book, OPTIONS);
      const clues = new Map(first.map(({ promise, clue }) => [promise, clue]));
      const second = prove(book, { ...OPTIONS, clueTo: (promise) => clues.get(promise) ?? {} });
      expect(second.map(saidBy)).toEqual(first.map(saidBy));
      expect(second.map(({ clue }) => clue)).toEqual(first.map(({ clue }) => clue));
      const isDecided = (_: unknown, place: number): boolean => {
        const { broken, breaksIn, spent } = first[place]?.clue ?? {};
        return spent === undefined && (breaksIn !== undefined || broken !== undefined);
      };
      models += modelsIn(first.filter(isDecided));
      again += modelsIn(second.filter(isDecided));
    }),
    { seed: 1, numRuns: 2 },
  );
  expect(again).toBeLessThan(models / 4);
});

test('no clue makes a verdict: whatever it names, all that is said of a promise stays true', () => {
  fc.assert(
    fc.property(tellingHouses, fc.gen(), (house, gen) => {
      const book = tellingBook(house);
      const { machine } = proverOf(book, OPTIONS);
      const names = namesOf(machine, {
        variables: new Set(machine.variables.keys()),
        clocks: new Set(machine.clocks.keys()),
      });
      const some = () => [...gen(fc.subarray, [...names, 'no/such/name', '__proto__'])];
      const precision = (): NamedPrecision => ({
        looksAt: some(),
        ...(gen(fc.boolean) ? { groups: [{ who: some(), looksAt: some() }] } : {}),
      });
      const wrong = (): Clue => ({
        ...(gen(fc.boolean) ? { broken: precision() } : {}),
        ...(gen(fc.boolean) ? { called: precision() } : {}),
        ...(gen(fc.boolean) ? { calledInOutages: precision() } : {}),
        ...(gen(fc.boolean) ? { brokenInOutages: precision() } : {}),
        ...(gen(fc.boolean) ? { spent: gen(fc.nat, 2000) } : {}),
        ...(gen(fc.boolean) ? { breaksIn: gen(fc.nat, 2000) } : {}),
        ...(gen(fc.boolean) ? { calledIn: gen(fc.nat, 2000) } : {}),
      });
      const sure = prove(book, OPTIONS);
      const misled = prove(book, { ...OPTIONS, clueTo: wrong });
      expect(misled.map(saidBy)).toEqual(sure.map(saidBy));
    }),
    { seed: 2, numRuns: 2 },
  );
});
