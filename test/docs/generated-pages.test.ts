import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_RULES } from '../../rules/all.ts';
import { FAMILIES } from '../../rules/families.ts';
import { bookPage, rulePages } from '../../scripts/docs-pages.ts';
import { SHIPPED_BOOKS, shippedFiles } from './shipped-books.ts';

const STALE = 'run `node scripts/generate-docs.mjs` and commit what it wrote';

test('every rule belongs to exactly one family, so that no finding is left out of a page', () => {
  const named = FAMILIES.flatMap(({ rules }) => rules);
  expect([...named].sort()).toEqual(ALL_RULES.map(({ id }) => id).sort());
});

test('docs/rules has a current page for every rule, and no page for anything else', () => {
  const pages = rulePages();
  const files = readdirSync('docs/rules').map((file) => `docs/rules/${file}`);
  expect(files.sort(), STALE).toEqual([...pages.keys()].sort());
  for (const [path, text] of pages) expect(readFileSync(path, 'utf8'), `${path}: ${STALE}`).toBe(text);
});

test('every shipped book has a page of findings', () => {
  expect(readdirSync('docs/findings').sort()).toEqual(SHIPPED_BOOKS.map((book) => `${book}.md`).sort());
});

test.each(SHIPPED_BOOKS)(
  'the page of findings about %s is what the rules find on the day that it names',
  (book) => {
    const page = readFileSync(join('docs/findings', `${book}.md`), 'utf8');
    const [, day] = /read on (\d{4}-\d{2}-\d{2})/.exec(page) ?? [];
    expect(bookPage(book, shippedFiles(book), day as string), STALE).toBe(page);
  },
);
