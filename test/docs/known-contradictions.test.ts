import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../rules/all.ts';
import { checkBook } from '../../rules/check-book.ts';
import { OWN_BOOKS } from '../simulator/own-books.ts';
import { PAXIOM } from './contradictions-in-paxiom.ts';
import { RWA_TOKENS } from './contradictions-in-rwa-tokens.ts';

const KNOWN = [
  ...RWA_TOKENS.map((known) => ['rwa-tokens', ...known] as const),
  ...PAXIOM.map((known) => ['paxiom', ...known] as const),
];

const findings = new Map(
  OWN_BOOKS.map((book) => [book.id, checkBook(book, ALL_RULES, { today: '2026-06-15' })]),
);

describe('general rules find by themselves what a careful reader finds by hand', () => {
  test.each(KNOWN)('%s: %s', (book, _, rule, words) => {
    const messages = (findings.get(book) ?? [])
      .filter((each) => each.rule === rule)
      .map(({ message }) => message);
    expect(messages.filter((message) => words.every((word) => message.includes(word)))).toHaveLength(1);
  });
});

test('one operator who holds everything is one finding, not one for each role', () => {
  const alone = (findings.get('paxiom') ?? []).filter(({ rule }) => rule === 'absence-leaves-no-role-empty');
  expect(alone).toHaveLength(1);
});
