import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clue } from '../../../simulator/explore/clue.ts';
import { cluesText, readClues } from '../../../simulator/proofs/clues-file.ts';
import { someProof } from './some-proof.ts';

const names = fc.array(fc.constantFrom('severity', 'busy/ben=2', 'clock page/all', 'it"s', '__proto__'));
const asked = fc.oneof(fc.constant('whole' as const), fc.integer({ min: 1 }));
const precision = fc.record(
  {
    looksAt: names,
    asked,
    groups: fc.array(fc.record({ who: names, looksAt: names, asked }, { requiredKeys: ['who', 'looksAt'] })),
  },
  { requiredKeys: ['looksAt'] },
);
const clue: fc.Arbitrary<Clue> = fc.record(
  {
    broken: precision,
    breaksIn: fc.nat(40_000),
    breaksInDrill: fc.constant(true as const),
    calledIn: fc.nat(40_000),
    spent: fc.nat(),
    called: precision,
    calledInOutages: precision,
    brokenInOutages: precision,
  },
  { requiredKeys: [] },
);
const promise = fc.constantFrom('step/a', 'invariant/b', 'evidence/c/d', 'constructor');
const proofs = fc.uniqueArray(
  fc.record({ promise, clue }).map((parts) => someProof(parts)),
  { selector: (proof) => proof.promise },
);

const isDecided = ({ spent }: Clue): boolean => spent === undefined;
const isSomething = (told: Clue): boolean => Object.keys(told).length > 0;

test('what is written down is read back; what was not asked stays as it was, and so does what is not decided any more; asked whole, what is made no more goes', () => {
  fc.assert(
    fc.property(proofs, proofs, fc.boolean(), (first, second, whole) => {
      const before = readClues(cluesText(first, new Map(), true) ?? '{}');
      expect(before).toEqual(
        new Map(first.filter((proof) => isSomething(proof.clue)).map((proof) => [proof.promise, proof.clue])),
      );
      const after = readClues(cluesText(second, before ?? new Map(), whole) ?? '{}');
      for (const name of new Set([...first, ...second].map((proof) => proof.promise))) {
        const [was, now] = [before?.get(name), second.find((proof) => proof.promise === name)?.clue];
        const stays = now ? was && isDecided(was) && !isDecided(now) : !whole;
        expect(after?.get(name)).toEqual(stays ? was : now && isSomething(now) ? now : undefined);
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
      expect(names).toHaveLength(told.filter((proof) => isSomething(proof.clue)).length);
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
  ['names that are none', '{"step/a": {"broken": {"looksAt": [1]}}}'],
  ['half a precision', '{"step/a": {"called": {"groups": []}}}'],
  ['half a group', '{"step/a": {"broken": {"looksAt": [], "groups": [{"who": []}]}}}'],
  ['a model that is asked in no way', '{"step/a": {"broken": {"looksAt": [], "asked": "half"}}}'],
  ['a model with times rounded to nothing', '{"step/a": {"broken": {"looksAt": [], "asked": 0}}}'],
  [
    'more than a group',
    '{"step/a": {"broken": {"looksAt": [], "groups": [{"who": [], "looksAt": [], "x": 1}]}}}',
  ],
  ['more than a precision', '{"step/a": {"broken": {"looksAt": [], "holds": true}}}'],
])('%s is refused', (_, text) => {
  expect(readClues(text)).toBeUndefined();
});
