import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { organisationWords } from './organisation-words.ts';
import { PRODUCT_FOLDERS, ROOMS } from './rooms.ts';
import { sourcesIn } from './sources.ts';

const product = PRODUCT_FOLDERS.flatMap(sourcesIn);
const rooms = Object.keys(ROOMS).flatMap(sourcesIn);
const stem = (path: string) => basename(path).replace(/\..*$/, '');

test('files are named in kebab-case', () => {
  const all = [...product, ...sourcesIn('test')].map(({ path }) => path);
  expect(all.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem(path)))).toEqual([]);
});

test('no file is a barrel or a drawer for everything', () => {
  const drawers = ['index', 'utils', 'util', 'helpers', 'helper', 'types', 'common', 'misc'];
  expect(rooms.map(({ path }) => path).filter((path) => drawers.includes(stem(path)))).toEqual([]);
});

test('no word of an organisation stands in the code: a third team starts its own book and never forks this one', () => {
  const words = organisationWords('policies');
  const found = product.flatMap(({ path, text }) =>
    words.filter((word) => word.test(text)).map((word) => `${path} says ${word.source}`),
  );
  expect(found).toEqual([]);
});

test('an organisation is recognised by the id of its book, its name and its acronym, however they are joined', () => {
  const dir = mkdtempSync(join(tmpdir(), 'drillbook-words-'));
  mkdirSync(join(dir, 'north-freight'));
  writeFileSync(join(dir, 'north-freight/book.yaml'), 'id: north-freight\norganisation: ACM Freight Lines\n');
  const words = organisationWords(dir);
  rmSync(dir, { recursive: true });
  const seen = (text: string) => words.some((word) => word.test(text));
  expect(['northFreight', 'NORTH_FREIGHT', 'ACM Freight Lines', 'the ACM desk'].filter(seen)).toHaveLength(4);
  expect(['freight', 'northern freight', 'acme'].filter(seen)).toEqual([]);
});
