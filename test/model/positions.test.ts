import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { locator } from '../../model/locate.ts';
import type { Path } from '../../model/position.ts';

/** Every YAML file of the shipped books and of the fixtures. */
const FILES = ['policies', 'runbooks', 'test/fixtures/books'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(folder, file)),
);

type Leaf = readonly [Path, unknown];

function leaves(value: unknown, path: Path = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...keys].flatMap((key) => leaves((value as Record<string | number, unknown>)[key], [...path, key]));
}

/** The text from a position on. */
function textAt(text: string, { line, column }: { line: number; column: number }): string {
  const lines = text.split('\n');
  return [(lines[line - 1] as string).slice(column - 1), ...lines.slice(line)].join('\n');
}

/** A text may stand plain, in quotes or as a block: its first word is there in every form. */
const firstWord = (value: unknown) => String(value).split(/[\s"'\\]/)[0] as string;

test('there are files to look at', () => {
  expect(FILES.length).toBeGreaterThan(40);
});

test.each(FILES)('in %s every value and every key stand where they are said to stand', (file) => {
  const text = readFileSync(file, 'utf8');
  const locate = locator(file, text);
  for (const [path, value] of leaves(parse(text))) {
    const there = textAt(text, locate(path, 'node')).replace(/^["']|^[|>][-+]?\s+/, '');
    expect(
      there.startsWith(firstWord(value)),
      `${file}: ${path.join('.')} is ${value}, there stands ${there.slice(0, 20)}`,
    ).toBe(true);
    const key = path.at(-1);
    if (typeof key !== 'string') continue;
    expect(
      textAt(text, locate(path, 'key')).replace(/^["']/, '').startsWith(key),
      `${file}: ${path.join('.')}`,
    ).toBe(true);
  }
});

test('what is not there stands where its nearest parent does', () => {
  const locate = locator('a.yaml', 'steps:\n  - id: one\n    by: x\n');
  expect(locate(['steps', 0, 'within', 'by'], 'value')).toEqual({ file: 'a.yaml', line: 2, column: 5 });
  expect(locate(['steps', 7], 'node')).toEqual({ file: 'a.yaml', line: 1, column: 1 });
  expect(locate(['nothing'], 'key')).toEqual({ file: 'a.yaml', line: 1, column: 1 });
});

test('what an alias stands for is found at its anchor', () => {
  const locate = locator('a.yaml', 'a: &x {by: lead}\nb: *x\n');
  expect(locate(['b', 'by'], 'value')).toEqual({ file: 'a.yaml', line: 1, column: 12 });
  expect(locate(['b'], 'value')).toEqual({ file: 'a.yaml', line: 2, column: 4 });
});
