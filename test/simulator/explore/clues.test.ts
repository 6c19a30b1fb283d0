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
      const model = () => ({
        looksAt: some(),
        ...(gen(fc.boolean)
          ? { asked: gen(fc.constantFrom, 'whole' as const, 1, 2, 24, Number.MAX_SAFE_INTEGER) }
          : {}),
      });
      const precision = (): NamedPrecision => ({
        ...model(),
        ...(gen(fc.boolean) ? { groups: [{ who: some(), ...model() }] } : {}),
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

test('whoever asks for no more than what was survived before learns whether it still is, and nothing that is not so', () => {
  let fewer = 0;
  fc.assert(
    fc.property(tellingHouses, fc.integer({ min: -1, max: 1 }), (house, less) => {
      const book = tellingBook(house);
      const first = prove(book, OPTIONS);
      const told = new Map(first.map(({ promise, tolerance }) => [promise, tolerance]));
      // Less than it survives, just as much, or more: as where somebody made a promise weaker.
      const survived = (promise: string) => Math.max(-1, (told.get(promise) ?? 0) + less);
      const again = prove(book, { ...OPTIONS, survived });
      for (const [place, { promise, tolerance, verdict, attempts }] of again.entries()) {
        const known = first[place] as Proof;
        expect(tolerance).toBeLessThanOrEqual(known.tolerance);
        expect(tolerance).toBeGreaterThanOrEqual(Math.min(survived(promise), known.tolerance));
        if (verdict.kind === 'broken' && known.verdict.kind === 'broken')
          expect(verdict.cost).toBeGreaterThanOrEqual(known.verdict.cheapest ? known.verdict.cost : 0);
        if (attempts.length < known.attempts.length) fewer++;
      }
    }),
    { seed: 3, numRuns: 3 },
  );
  expect(fewer).toBeGreaterThan(0);
});
