import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recorded, Tolerate } from '../../../model/generated/types.ts';
import { loadBook } from '../../../model/load-book.ts';
import { recordedFor, vanishedFrom } from '../../../simulator/proofs/recorded.ts';
import { rank } from '../../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../../simulator/proofs/told-proof.ts';
import { tolerancesPath, tolerancesText } from '../../../simulator/proofs/tolerances-file.ts';
import { houseFiles } from '../tiny-book.ts';
import { someProof } from './some-proof.ts';

const FILES = houseFiles();

/** The house with this record in it, or without one. */
function houseWith(record: string | undefined) {
  const file = { file: tolerancesPath('house'), bytes: new TextEncoder().encode(record ?? '') };
  const { book, findings } = loadBook(record === undefined ? FILES : [...FILES, file], 'house');
  if (!book) throw new Error(findings.map(({ message }) => message).join('\n'));
  return book;
}

const names = fc.uniqueArray(
  fc.constantFrom('step/a', 'step/b', 'invariant/c', 'evidence/d/e', 'update/P0', 'join/it_s.me'),
  { minLength: 1 },
);
const tolerances = fc.oneof(fc.constant<Tolerate>('any'), fc.nat(20));

/** As a proof of a promise ends: it holds, breaks with one more than it survives, breaks at once, is never called, or is not decided. */
const proofOf = (promise: string): fc.Arbitrary<ToldProof> =>
  fc.oneof(
    tolerances.map((survives) =>
      someProof({
        promise,
        survives,
        verdict: survives === 'any' ? 'holds' : 'broken',
        story: survives === 'any' ? null : ({ cost: survives + 1 } as ToldProof['story']),
      }),
    ),
    fc.constant(
      someProof({ promise, survives: null, verdict: 'broken', story: { cost: 0 } as ToldProof['story'] }),
    ),
    fc.nat(3).map((survives) =>
      // A cheaper break was not excluded.
      someProof({
        promise,
        survives,
        verdict: 'broken',
        story: { cost: survives + 3 } as ToldProof['story'],
      }),
    ),
    fc.constant(someProof({ promise, survives: 'any', verdict: 'never-called' })),
    fc.nat(5).map((survives) => someProof({ promise, survives, verdict: 'holds-up-to' })),
    fc.constant(someProof({ promise, survives: null, verdict: 'gave-up' })),
  );
const proofs = names.chain((all) => fc.tuple(...all.map(proofOf)));

/** What is to be recorded of a promise of which nothing was. */
const recordable = ({ survives, story }: ToldProof): Recorded | null => {
  if (survives === null) return story?.cost === 0 ? 'none' : null;
  return survives === 'any' ? 'any' : Math.min(survives, 9);
};

/** As many as a promise may survive, by what was found. */
const mayBe = ({ verdict, survives, story }: ToldProof): number =>
  verdict === 'holds' ? rank(survives) : story ? Math.min(story.cost - 1, 9) : Infinity;

test('what a book records is read back: what each promise survives, that it breaks at once, and nothing of one that is never called or not decided', () => {
  fc.assert(
    fc.property(proofs, (told) => {
      const house = houseWith(tolerancesText(houseWith(undefined), told, true));
      for (const proof of told) {
        const { promise, runbook, verdict } = proof;
        const read = recordedFor(house, { book: 'house', runbook, promise });
        if (verdict === 'never-called') expect(read).toBeNull();
        else expect(read).toBe(recordable(proof));
        expect(recordedFor(house, { book: 'house', runbook, promise, beside: 'leak' })).toBeNull();
      }
    }),
  );
});

test('recorded again, what was not asked or not decided stays; asked whole, what is made no more goes', () => {
  fc.assert(
    fc.property(proofs, proofs, fc.boolean(), (first, second, whole) => {
      const before = houseWith(tolerancesText(houseWith(undefined), first, true));
      const after = houseWith(tolerancesText(before, second, whole));
      const task = (promise: string) => ({ book: 'house', runbook: 'leak', promise });
      for (const { promise } of first) {
        const again = second.find((proof) => proof.promise === promise);
        const [was, is] = [recordedFor(before, task(promise)), recordedFor(after, task(promise))];
        if (!again) expect(is).toBe(whole ? null : was);
        else if (again.verdict === 'never-called') expect(is).toBeNull();
        else {
          const now = rank(recordable(again));
          expect(rank(is)).toBe(Math.max(now, Math.min(rank(was), mayBe(again))));
        }
      }
      const made = second.map(({ promise }) => task(promise));
      expect(vanishedFrom([after], made).length === 0 || !whole).toBe(true);
    }),
  );
});

test('what survived whoever is late and breaks with many is recorded as the most that can be written', () => {
  const holds = someProof({ verdict: 'holds', survives: 'any' });
  const breaks = someProof({ verdict: 'broken', survives: 3, story: { cost: 15 } as ToldProof['story'] });
  const after = houseWith(
    tolerancesText(houseWith(tolerancesText(houseWith(undefined), [holds], true)), [breaks], true),
  );
  expect(recordedFor(after, { book: 'house', runbook: 'leak', promise: breaks.promise })).toBe(9);
});

test('the order in which promises were proved does not show', () => {
  fc.assert(
    fc.property(proofs, (told) => {
      const house = houseWith(undefined);
      expect(tolerancesText(house, told.toReversed(), true)).toBe(tolerancesText(house, told, true));
    }),
  );
});

test('a runbook that is not there is refused at its line', () => {
  const record = 'kind: tolerances\ntolerances: [{runbook: leek, survives: {step/a: 1}}]\n';
  expect(() => houseWith(record)).toThrow(/leek/);
  expect(() => houseWith(record.replace('leek', 'leak').replace('step/a', 'step a'))).toThrow(
    /step a.*name of a promise/,
  );
  expect(() => houseWith(record.replace('leek', 'leak').replace(': 1}', ': 10}'))).toThrow(/9/);
});
