import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isDocumentKind } from '../../model/document-kinds.ts';
import { validators } from '../../model/generated/validators.js';
import { type LoadedBook, loadBook } from '../../model/load-book.ts';
import { explain } from '../../model/schema/explain.ts';
import { documentShape } from '../../model/schema/shape.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { checkBook } from '../../rules/check-book.ts';
import { SMALL_BOOK, smallBook } from './small-book.ts';

const SETTINGS = { seed: 20260916, numRuns: 150 } as const;
const FILES = [...SMALL_BOOK.keys()];
/** Text that has a meaning in YAML or in the schemas. */
const PIECES = [
  '\n',
  '  ',
  '- ',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '\t',
  '|',
  '>',
  '!x ',
  '%',
  '? ',
  '---\n',
  '~',
  '0',
  '-1',
  'P1',
  '<15m',
  '5m..1m',
  'commander',
  'true',
  '\r',
  '\ufeff',
  '\u0000',
  '💥',
];

type Edit = (text: string) => string;

const position = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, share: number) => Math.floor(share * text.length);
const deletion = fc.record({ from: position, length: fc.nat(200) }).map(({ from, length }): Edit => {
  return (text) => text.slice(0, at(text, from)) + text.slice(at(text, from) + length);
});
const insertion = fc
  .record({ where: position, piece: fc.constantFrom(...PIECES) })
  .map(({ where, piece }): Edit => {
    return (text) => text.slice(0, at(text, where)) + piece + text.slice(at(text, where));
  });
/** Swaps two lines, words or tokens: the text stays plausible. */
const swap = fc
  .record({ a: position, b: position, by: fc.constantFrom('\n', ' ', ': ') })
  .map(({ a, b, by }): Edit => {
    return (text) => {
      const parts = text.split(by);
      const [i, j] = [Math.floor(a * (parts.length - 1)), Math.floor(b * (parts.length - 1))];
      [parts[i], parts[j]] = [parts[j] as string, parts[i] as string];
      return parts.join(by);
    };
  });
const edit = fc.oneof(deletion, insertion, swap);
const damage = fc.array(fc.tuple(fc.constantFrom(...FILES), edit), { minLength: 1, maxLength: 6 });

function damaged(edits: readonly (readonly [string, Edit])[]): Record<string, string> {
  const files = Object.fromEntries(SMALL_BOOK);
  for (const [file, change] of edits) files[file] = change(files[file] as string);
  return files;
}

function expectWellFormed({ book, findings }: LoadedBook, files: Record<string, string>): void {
  expect(book === undefined).toBe(findings.length > 0);
  for (const { message, fingerprint, position: place } of findings) {
    expect(message).not.toBe('');
    expect(message).not.toMatch(/undefined|\[object/);
    expect(fingerprint).toMatch(/^[0-9a-f]{12}$/);
    const lines = (files[place.file] ?? '').replace(/^\ufeff/, '').split('\n');
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.line).toBeLessThanOrEqual(lines.length);
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
  }
}

test('whatever is deleted, swapped or typed into a book, the outcome is findings with a place in its files', () => {
  fc.assert(
    fc.property(damage, (edits) => {
      const files = damaged(edits);
      const loaded = loadBook(smallBook(files), 'small');
      expectWellFormed(loaded, files);
      if (loaded.book)
        for (const finding of checkBook(loaded.book, ALL_RULES, { today: '2026-06-15' }))
          expect(finding.message).not.toBe('');
    }),
    SETTINGS,
  );
});

test('the same damage gives the same findings', () => {
  fc.assert(
    fc.property(damage, (edits) => {
      const files = smallBook(damaged(edits));
      expect(loadBook(files.toReversed(), 'small').findings).toEqual(loadBook(files, 'small').findings);
    }),
    { ...SETTINGS, numRuns: 50 },
  );
});

test('random bytes are findings too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const files = [...smallBook(), { file: 'policies/small/random.yaml', bytes }];
      expect(loadBook(files, 'small').findings.length).toBeGreaterThan(0);
    }),
    SETTINGS,
  );
});

/** Every way to change one node of a value: leave it out, rename it, or put something else in its place. */
function changed(
  value: unknown,
  steps: readonly number[],
  change: (node: unknown, key: string) => [string, unknown][],
): unknown {
  if (typeof value !== 'object' || value === null || steps.length === 0) return value;
  const entries = Object.entries(value);
  const [step = 0, ...rest] = steps;
  const index = step % Math.max(1, entries.length);
  const next = entries.flatMap(([key, inner], i): [string, unknown][] => {
    if (i !== index) return [[key, inner]];
    return rest.length === 0 ? change(inner, key) : [[key, changed(inner, rest, change)]];
  });
  return Array.isArray(value) ? next.map(([, inner]) => inner) : Object.fromEntries(next);
}

const STRANGE = [
  null,
  true,
  0,
  -1,
  1.5,
  1e99,
  '',
  'x',
  'Not An Id',
  '5m',
  '5m..1m',
  'declared',
  'P1',
  [],
  {},
  [null],
  { a: 1 },
  [{}, {}],
  'y'.repeat(3000),
];
const change = fc.oneof(
  fc.constant(() => []),
  fc.constant((node: unknown, key: string): [string, unknown][] => [[`${key}x`, node]]),
  fc.constant((node: unknown, key: string): [string, unknown][] => [
    [key, node],
    [`${key}-2`, node],
  ]),
  fc.constantFrom(...STRANGE).map((strange) => (_: unknown, key: string): [string, unknown][] => [
    [key, strange],
  ]),
);

test('the explainer finds a mistake exactly where the compiled validator refuses the document', () => {
  const steps = fc.array(fc.nat(30), { minLength: 1, maxLength: 7 });
  let refused = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.array(fc.tuple(steps, change), { minLength: 1, maxLength: 3 }),
      (file, changes) => {
        const value = changes.reduce(
          (before, [path, how]) => changed(before, path, how),
          parse(SMALL_BOOK.get(file) as string),
        );
        const kind = (value as { kind?: unknown } | null)?.kind;
        fc.pre(isDocumentKind(kind));
        const fits = validators[kind](value);
        expect(explain(documentShape(kind), value).length === 0).toBe(fits);
        if (!fits) refused++;
      },
    ),
    { ...SETTINGS, numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(200);
});
