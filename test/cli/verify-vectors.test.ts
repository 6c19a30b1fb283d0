import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonFile, runJson, runProgram } from './built-program.ts';
import { shipped } from './shipped-requests.ts';

const FILE = shipped('slot-age.json');
const [FRESH] = FILE.vectors;
const WRONG = { ...FRESH, id: 'wrong', expect: -1 };
const file = (...vectors: unknown[]) => jsonFile({ ...FILE, vectors });
const BLS = shipped('sync-committee.json').vectors[0];

test('the shipped vectors agree, every file is named with its total, and nothing else is said', async () => {
  const { code, stdout, stderr } = await runProgram(['verify', 'vectors']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.slice(0, -2).map((line) => line.match(/^✓ (\S+) +(\d+) of \2 vectors agree/)?.[1])).toEqual(
    readdirSync(new URL('../../verifier/vectors', import.meta.url)).sort(),
  );
  expect(lines.at(-1)).toMatch(/^✓ AGREED \(1\)/);
});

test('a hard mismatch exits 1 and is named with what it should be and what it is', async () => {
  const { code, stdout } = await runProgram(['verify', 'vectors', file(FRESH, WRONG)]);
  expect(code).toBe(1);
  expect(stdout).toContain('1 of 2 vectors agree, 1 differ');
  expect(stdout).toContain('✗ wrong: code should be -1 future, is 1 fresh');
  expect(stdout).toContain('✗ MISMATCH (0)');
});

test('a mismatch that the file itself calls ambiguous stands apart and breaks nothing', async () => {
  const ambiguous = { ...BLS, id: 'either', expect: BLS.expect === 1 ? 0 : 1, ambiguous: 'two readings' };
  const { code, json } = await runJson(['verify', 'vectors', jsonFile({ vectors: [BLS, ambiguous] })]);
  expect(code).toBe(0);
  expect(json.name).toBe('agreed');
  expect(json.files[0]).toMatchObject({
    agreed: 1,
    mismatches: [],
    ambiguous: [{ id: 'either', ambiguous: 'two readings' }],
  });
});

test.each([
  ['no vector', () => file(), 4, 'nothing-ran'],
  [
    'only vectors that do not apply',
    () => jsonFile({ vectors: [{ ...BLS, signing_root: '00' }] }),
    4,
    'nothing-ran',
  ],
  ['something else', () => jsonFile({ hello: 1 }), 2, 'malformed-file'],
  ['an unknown contract', () => jsonFile({ ...FILE, contract: 'x' }), 2, 'malformed-file'],
])('a file with %s never counts as agreed', async (_what, made, exit, name) => {
  const { code, json } = await runJson(['verify', 'vectors', made()]);
  expect([code, json.name, json.verdict]).toEqual([exit, name, 'unknown']);
});

test('one good file does not hide one that could not be run, and a mismatch outweighs both', async () => {
  expect((await runProgram(['verify', 'vectors', file(FRESH), jsonFile({})])).code).toBe(2);
  expect((await runProgram(['verify', 'vectors', file(FRESH), file()])).code).toBe(4);
  expect((await runProgram(['verify', 'vectors', jsonFile({}), file(WRONG)])).code).toBe(1);
});

test('text of a vector file cannot steer the terminal', async () => {
  const { stdout } = await runProgram(['verify', 'vectors', file({ ...WRONG, id: 'a\u001b[2J\nb' })]);
  expect(stdout).toContain('a\\u001B[2J b: code should be');
});
