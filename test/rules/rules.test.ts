import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_RULES } from '../../model/built-in-rules.ts';
import { loadBook } from '../../model/load-book.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { checkBook } from '../../rules/check-book.ts';
import { smallBook } from '../model/small-book.ts';
import { exampleBook } from './example-book.ts';

const NOT_RULES = ['all.ts', 'check-book.ts', 'families.ts', 'rule.ts'];
/** The day on which the examples are judged. */
const TODAY = '2026-06-15';

/** Ids of the rules that find something in an example; the example itself must be a sound book. */
function rulesThatFind(example: string): string[] {
  const { book, findings } = loadBook(exampleBook(example), 'example');
  expect(findings, 'the loader finds fault with the example').toEqual([]);
  return book ? checkBook(book, ALL_RULES, { today: TODAY }).map(({ rule }) => rule) : [];
}

test('every rule file is in the list, under its own name, in order', () => {
  const files = readdirSync('rules').filter((file) => file.endsWith('.ts') && !NOT_RULES.includes(file));
  expect(ALL_RULES.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
});

test('no rule has the id of a check that loading makes', () => {
  expect(ALL_RULES.filter(({ id }) => Object.hasOwn(BUILT_IN_RULES, id))).toEqual([]);
});

test.each([...Object.entries(BUILT_IN_RULES).map(([id, rule]) => ({ id, ...rule })), ...ALL_RULES])(
  '$id has a sentence that must hold, and a reason',
  ({ id, summary, why }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(why.trim().length).toBeGreaterThan(60);
  },
);

test('a sound book is silent under every rule', () => {
  const { book } = loadBook(smallBook(), 'small');
  expect(rulesThatFind('')).toEqual([]);
  expect(book && checkBook(book, ALL_RULES, { today: TODAY })).toEqual([]);
});

describe.each(ALL_RULES)('$id', ({ id, good, bad }) => {
  test.each(good.map((example) => ({ example })))('is silent about its good example $#', ({ example }) => {
    expect(rulesThatFind(example)).toEqual([]);
  });

  test.each(bad.map((example) => ({ example })))(
    'finds its bad example $#, and no other rule does',
    ({ example }) => {
      expect(new Set(rulesThatFind(example))).toEqual(new Set([id]));
    },
  );
});
