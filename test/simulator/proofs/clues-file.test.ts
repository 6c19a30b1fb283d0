import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clue } from '../../../simulator/explore/clue.ts';
import { cluesText, readClues } from '../../../simulator/proofs/clues-file.ts';
import { someProof } from './some-proof.ts';

const precision = fc.record({
  looksAt: fc.array(fc.constantFrom('severity', 'busy/ben=2', 'clock page/all', 'it"s', '__proto__')),
  whoFails: fc.boolean(),
});
const clue: fc.Arbitrary<Clue> = fc.record(
  {
    broken: precision,
    breaksIn: fc.nat(40_000),
    calledIn: fc.nat(40_000),
    called: precision,
    calledInOutages: precision,
  },
  { requiredKeys: [] },
);
const verdict = fc.constantFrom('holds', 'broken', 'never-called', 'holds-up-to', 'gave-up' as const);
const promise = fc.constantFrom('step/a', 'invariant/b', 'evidence/c/d', 'constructor');
const proofs = fc.uniqueArray(
  fc.record({ promise, clue, verdict }).map((parts) => someProof(parts)),
  { selector: (proof) => proof.promise },
);

const isDecided = (told: string): boolean => told !== 'gave-up' && told !== 'holds-up-to';

test('what is written down is read back; what was not asked or not decided stays as it was, asked whole it goes', () => {
  fc.assert(
    fc.property(proofs, proofs, fc.boolean(), (first, second, whole) => {
      const before = readClues(cluesText(first, new Map(), true) ?? '{}');
      expect(before).toEqual(
        new Map(
          first
            .filter((proof) => isDecided(proof.verdict) && Object.keys(proof.clue).length > 0)
            .map((proof) => [proof.promise, proof.clue]),
        ),
      );
      const after = readClues(cluesText(second, before ?? new Map(), whole) ?? '{}');
      for (const name of new Set([...first, ...second].map((proof) => proof.promise))) {
        const again = second.find((proof) => proof.promise === name);
        const kept = again ? !isDecided(again.verdict) : !whole;
        const now = again && isDecided(again.verdict) && Object.keys(again.clue).length > 0;
        expect(after?.get(name)).toEqual(kept ? before?.get(name) : now ? again.clue : undefined);
      }
    }),
  );
});

test('each promise has a line of its own, in the order of their names, so that changes to two of them can be merged', () => {
  fc.assert(
    fc.property(proofs, (told) => {
      const lines = (cluesText(told, new Map(), true) ?? '').split('\n').filter((line) => /^"/.test(line));
      const names = lines.map((line) => JSON.parse(/^"(?:[^"\\]|\\.)*"/.exec(line)?.[0] ?? ''));
      expect(names).toEqual([...new Set(names)].sort());
      expect(names).toHaveLength(
        told.filter((proof) => isDecided(proof.verdict) && Object.keys(proof.clue).length > 0).length,
      );
    }),
  );
});

test.each([
  ['no JSON', '{"step/a": '],
  ['a list', '[]'],
  ['a clue that is none', '{"step/a": 3}'],
  ['a part that no clue has', '{"step/a": {"verdict": "holds"}}'],
  ['a name that is inherited', '{"step/a": {"toString": 1}}'],
  ['a seed that is none', '{"step/a": {"breaksIn": -1}}'],
  ['a seed beyond all runs', '{"step/a": {"calledIn": 1e9}}'],
  ['names that are none', '{"step/a": {"broken": {"looksAt": [1], "whoFails": true}}}'],
  ['half a precision', '{"step/a": {"called": {"looksAt": []}}}'],
])('%s is refused', (_, text) => {
  expect(readClues(text)).toBeUndefined();
});
