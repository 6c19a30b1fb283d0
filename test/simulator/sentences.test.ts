import { describe, expect, test } from 'vitest';
import type { Book, Entity } from '../../model/book.ts';
import type { Invariant } from '../../model/generated/types.ts';
import { invariantSentence } from '../../simulator/sentences/invariant-sentence.ts';
import { OWN_BOOKS } from './own-books.ts';
import { houseBook } from './tiny-book.ts';

const all = OWN_BOOKS.flatMap((book) =>
  [...book.invariants.values()].map((each): [string, Book, Entity<Invariant>] => [each.id, book, each]),
);

describe('the sentence of an invariant', () => {
  test.each(all)('%s is one sentence without an id in it', (_, book, invariant) => {
    const sentence = invariantSentence(book, invariant);
    expect(sentence).toMatch(/^[A-Z“].*\.$/);
    expect(sentence).not.toMatch(/undefined|\.\s+[A-Z]|[a-z]-[a-z]+-[a-z]|: :/);
  });

  test.each(OWN_BOOKS.map((book) => [book.id, book] as const))(
    'of %s says something different each',
    (_, book) => {
      const sentences = [...book.invariants.values()].map((each) => invariantSentence(book, each));
      expect(new Set(sentences).size).toBe(sentences.length);
    },
  );

  test('names people and procedures as the book does', () => {
    const say = (pattern: string) => {
      const book = houseBook(`kind: invariants\ninvariants: [{id: x, source: {section: "1"}, ${pattern}}]\n`);
      return invariantSentence(book, book.invariants.get('x') as Entity<Invariant>);
    };
    expect(say('after: declared, expect: acknowledged.lead, within: 5m, if: {severity: [P0]}')).toBe(
      'Where the severity is P0: once the incident is declared, Lead answers within 5m.',
    );
    expect(say('before: valve-closed, require: [{signed: owners, count: 3}], runbooks: [leak]')).toBe(
      'In “Water leaks”: before “valve closed” comes true, 3 of Owners sign.',
    );
    expect(say('after: declared, expect: flooded, within: 5m, if: {designated: [lead]}')).toBe(
      'Where “lead” is held: once the incident is declared, “flooded” comes true within 5m.',
    );
    expect(say('if_silent: acknowledged.lead, after: level.P0, for: 15m, then: flooded, within: 5m')).toBe(
      'Unless Lead answers within 15m after the incident enters P0, “flooded” comes true at most 5m later.',
    );
  });
});
