import { beforeEach, expect, test } from 'vitest';
import { explain } from '../../cli/explain/explain.ts';
import { BUILT_IN_RULES } from '../../model/built-in-rules.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { OWN_BOOKS } from '../simulator/own-books.ts';
import { type OwnBooks, ownBooks } from './own-books.ts';

let books: OwnBooks;
beforeEach(() => {
  books = ownBooks();
  return () => books.dispose();
});

test('every rule and every code of every book is explained', () => {
  const words = [
    ...Object.keys(BUILT_IN_RULES),
    ...ALL_RULES.map(({ id }) => id),
    ...OWN_BOOKS.flatMap((book) => [...book.codes.keys()]),
  ];
  for (const word of words) expect(explain(OWN_BOOKS, word)[0]?.title.length, word).toBeGreaterThan(10);
});

test('a negative code is a word, not a flag', () => {
  const { status, stdout } = books.run('.', 'explain', '-3');
  expect(status).toBe(0);
  expect(stdout).toContain('aggregation-failed');
  expect(stdout).toMatch(/policies\/paxiom\/codes\.yaml:\d+/);
  expect(books.run('.', 'explain', '-3', '--json').stdout).toContain('"version": 1');
});

test('a code names what raises it and the runbook that handles it', () => {
  const { stdout } = books.run('.', 'explain', '6042');
  expect(stdout).toContain('raised by');
  expect(stdout).toContain('(regulatory-freeze)');
});

test('a word that is nearly one is answered with the nearest, and exit 2', () => {
  const { status, stderr } = books.run('.', 'explain', 'refernce-resolves');
  expect(status).toBe(2);
  expect(stderr).toContain('did you mean `reference-resolves`');
});

test('where no book is, rules are explained all the same', () => {
  books.remove('policies');
  expect(books.run('.', 'explain', 'reference-resolves').status).toBe(0);
});
