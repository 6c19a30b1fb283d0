import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runVectors } from '../../verifier/run-vectors.ts';

const FOLDER = new URL('../../verifier/vectors/', import.meta.url);
const shipped = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const ROW = JSON.parse(shipped('sync-committee.json')).vectors[1];
const run = (vectors: unknown) => runVectors(JSON.stringify({ description: 'test', vectors }));

test.for<[string, unknown, string]>([
  ['an odd digit', { ...ROW, pubkeys: 'abc' }, 'vectors[0].pubkeys: an odd number of hex digits'],
  ['a letter that is no digit', { ...ROW, signature: '0xzz' }, 'vectors[0].signature: not hexadecimal'],
  ['a number for bytes', { ...ROW, signing_root: 7 }, 'vectors[0].signing_root: expected a string'],
  [
    'a code of no table',
    { ...ROW, expect: -5 },
    'vectors[0].expect: -5 is not a return code of this verifier',
  ],
  ['a fraction for a code', { ...ROW, expect: 0.5 }, 'vectors[0].expect: expected a return code'],
  ['no id', { ...ROW, id: undefined }, 'vectors[0].id: missing'],
  [
    'more keys than any committee',
    { ...ROW, pubkeys: '00'.repeat(50_000) },
    'vectors[0].pubkeys: longer than 49152 bytes',
  ],
])('a vector with %s makes the file malformed, and the place is named', (_entry) => {
  const [, vector, problem] = _entry;
  expect(run([vector])).toEqual({ kind: 'malformed', problem: `sync committee return codes: ${problem}` });
  expect(run([ROW, vector])).toMatchObject({
    kind: 'malformed',
    problem: expect.stringContaining('vectors[1]'),
  });
});

test.for([
  '',
  '{',
  'null',
  '[]',
  '7',
  '"vectors"',
  '{}',
  '{"vectors":[]}',
  '{"vectors":{"0":{}}}',
  '{"vectors":[null]}',
])('a document that is no vector file is malformed: %s', (text) => {
  expect(runVectors(text)).toMatchObject({ kind: 'malformed' });
});

test('a name inherited from every object is not a field', () => {
  const inherited = '{"vectors":[{"__proto__":{"expect":1},"pubkeys":"","signature":"","signing_root":""}]}';
  expect(runVectors(inherited)).toMatchObject({ kind: 'malformed' });
});

test('a list of more vectors than the bound is refused before any of them is run', () => {
  expect(run(Array(5_001).fill(ROW))).toMatchObject({
    kind: 'malformed',
    problem: 'sync committee return codes: vectors: has 5001 entries, more than 5000',
  });
});

test('a file of which no vector applies measured nothing', () => {
  expect(run([{ ...ROW, signing_root: '00' }])).toEqual({
    kind: 'empty',
    problem: 'sync committee return codes: no vector applies',
  });
});

test('a file that says what is not so is told exactly where', () => {
  expect(run([ROW, { ...ROW, id: 'wrong', expect: -3 }])).toMatchObject({
    kind: 'ran',
    total: 2,
    agreed: 1,
    mismatches: [{ id: 'wrong', fact: 'code', expected: '-3 aggregation-failed', got: '1 verified' }],
  });
});

test('any JSON at all gives a report', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, text) => {
      expect(runVectors(json).kind).toBe('malformed');
      expect(runVectors(text).kind).toBe('malformed');
    }),
    { numRuns: 500, seed: 1 },
  );
});

/** Small parts of the shipped files, with one value somewhere inside replaced by anything. */
const spoilt = fc
  .constantFrom(...readdirSync(FOLDER))
  .map((name) => JSON.parse(shipped(name)))
  .map(withFewEntries)
  .chain((document) => {
    const paths = pathsOf(document);
    return fc
      .tuple(fc.constantFrom(...paths), fc.jsonValue())
      .map(([path, value]) => replaced(document, path, value));
  });

test('a shipped file with anything in the place of one of its values gives a report, and never a false agreement', () => {
  fc.assert(
    fc.property(spoilt, (document) => {
      const report = runVectors(JSON.stringify(document));
      if (report.kind === 'ran')
        expect(report.agreed + report.skipped.length).toBeLessThanOrEqual(report.total);
      else expect(report.problem).not.toBe('');
    }),
    { numRuns: 30, seed: 2 },
  );
});

function withFewEntries(document: Record<string, unknown>): Record<string, unknown> {
  const lists = Object.entries(document).filter(([, value]) => Array.isArray(value)) as [string, unknown[]][];
  return { ...document, ...Object.fromEntries(lists.map(([name, list]) => [name, list.slice(0, 2)])) };
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.slice(0, 3).map((entry, index) => [index, entry])
    : Object.entries(value);
  return [[], ...entries.flatMap(([key, inner]) => pathsOf(inner).map((path) => [key, ...path]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const inner = replaced((value as Record<string | number, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.with(key as number, inner);
  return { ...(value as object), [key]: inner };
}
