import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tolerate } from '../../../model/generated/types.ts';
import { partOf, rejoined } from '../../../simulator/proofs/proof-tasks.ts';
import { rank, standingOf } from '../../../simulator/proofs/standing.ts';
import type { ToldStory } from '../../../simulator/proofs/told-proof.ts';
import { someProof } from './some-proof.ts';

const tolerate = fc.oneof(fc.constant<Tolerate>('any'), fc.nat(4));
const verdict = fc.constantFrom(
  'holds' as const,
  'holds-up-to' as const,
  'broken' as const,
  'gave-up' as const,
);
const story = (cost: number) => ({ cost }) as ToldStory;

test('a proof is kept exactly where it is known to survive what is demanded of it, or all that was asked about', () => {
  fc.assert(
    fc.property(
      verdict,
      fc.option(tolerate),
      tolerate,
      fc.option(fc.nat(4)),
      fc.option(fc.nat(5)),
      (kind, survives, demanded, failuresAsked, cost) => {
        const proof = someProof({
          verdict: kind,
          survives,
          demanded,
          failuresAsked,
          story: cost === null ? null : story(cost),
        });
        const needed = Math.min(rank(demanded), failuresAsked ?? Number.POSITIVE_INFINITY);
        expect(standingOf(proof) === 'kept').toBe(rank(survives) >= needed);
      },
    ),
  );
});

test('without a story, what is not known to survive enough is not decided: never kept, never broken', () => {
  expect(standingOf(someProof({ verdict: 'gave-up', survives: null }))).toBe('undecided');
  expect(standingOf(someProof({ verdict: 'holds-up-to', survives: 0, demanded: 1 }))).toBe('undecided');
  expect(standingOf(someProof({ verdict: 'holds-up-to', survives: 3, demanded: 'any' }))).toBe('undecided');
});

test('a break breaks a promise only with no more people late than it must survive', () => {
  const broken = { verdict: 'broken' as const, survives: 1, story: story(2) };
  expect(standingOf(someProof({ ...broken, demanded: 1 }))).toBe('kept');
  expect(standingOf(someProof({ ...broken, demanded: 2 }))).toBe('broken');
  expect(standingOf(someProof({ ...broken, demanded: 'any' }))).toBe('broken');
  expect(standingOf(someProof({ ...broken, demanded: 2, failuresAsked: 1 }))).toBe('kept');
});

test('a machine that does not come to rest keeps no promise', () => {
  expect(standingOf(someProof({ verdict: 'does-not-settle', survives: 'any' }))).toBe('broken');
});

test('however many parts tasks are dealt out to, their results join in the old order, each once', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), (count, of) => {
      const tasks = Array.from({ length: count }, (_, place) => place);
      const parts = Array.from({ length: of }, (_, place) => partOf(tasks, { index: place + 1, of }));
      expect(rejoined(parts)).toEqual(tasks);
    }),
  );
});
