import { cpSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declaredPlaces } from '../../cli/explain/declared-places.ts';
import { explain } from '../../cli/explain/explain.ts';
import { loadBooks } from '../../cli/load-books.ts';
import { NO_PAINT } from '../../cli/paint.ts';
import { renderExplanation } from '../../cli/render/explanation.ts';
import { BUILT_IN_RULES } from '../../model/built-in-rules.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { OWN_BOOKS } from '../simulator/own-books.ts';
import { bookFolder } from './book-folder.ts';

/** What `explain` prints about a word, in the repository of these books. */
async function shown(
  word: string,
  books = { root: process.cwd(), books: OWN_BOOKS, files: new Map() },
): Promise<string> {
  const places = await declaredPlaces(books, word);
  return explain(books.books, word, places)
    .map((each) => renderExplanation(each, 400, NO_PAINT))
    .join('\n\n');
}

test('every rule and every code of every book is explained', () => {
  const words = [
    ...Object.keys(BUILT_IN_RULES),
    ...ALL_RULES.map(({ id }) => id),
    ...OWN_BOOKS.flatMap((book) => [...book.codes.keys()]),
  ];
  for (const word of words) expect(explain(OWN_BOOKS, word)[0]?.title.length, word).toBeGreaterThan(10);
});

test('a code tells what raised it, what to do first, whom to call, and where all of it stands', async () => {
  const text = await shown('6042');
  expect(text).toMatch(/^raised by {5}Control 42, on a transfer/m);
  expect(text).toContain('runbooks/rwa-tokens/regulatory-freeze.yaml');
  expect(text).toMatch(/^do first {6}1\. Technical Lead: Three of the five/m);
  expect(text).toMatch(/^whom to call {2}drillbook who --severity P0 --book rwa-tokens$/m);
  expect(text).toContain('step verify-freeze of Custody Discrepancy expects it');
  expect(text).toMatch(/^declared in {3}test\/fixtures\/contract\/transfer-hook\.json:\d+ \(/m);
  expect(text).toMatch(/^stands in {5}policies\/rwa-tokens\/codes\.yaml:\d+$/m);
});

test('every source that declares a code is named with its line, and the procedure that begins with it', async () => {
  const text = await shown('-3');
  expect(text).toMatch(/^seen in {7}Proof Generation Failing begins with it: /m);
  expect(text).toMatch(/^ +test\/fixtures\/contract\/verifier-crate\/src\/lib\.rs:\d+ \(/m);
  const [, file = '', line = ''] =
    /^declared in {3}(verifier\/sync-committee-codes\.ts):(\d+) \(/m.exec(text) ?? [];
  expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toContain('aggregation-failed');
});

test('what a step that calls the check does about a code is told; a source that is gone takes nothing away', async () => {
  const folder = bookFolder('small');
  try {
    cpSync('test/fixtures/contract/world', folder.root, { recursive: true });
    const book = loadBooks(undefined, { from: folder.root }).books.flatMap(({ loaded }) => loaded.book ?? []);
    const text = await shown('no-keys', { root: folder.root, books: book, files: new Map() });
    expect(text).toContain('step check-again of A proof does not verify: then holds: proof-bad');
    expect(text).toMatch(/^declared in {3}src\/codes\.ts:\d+ \(/m);
    expect(text).toMatch(/^ +crate\/src\/lib\.rs, which does not say so: drillbook codes \(/m);
  } finally {
    folder.dispose();
  }
});

test('a success asks for nothing, and a number that is an exit code too is told as both', async () => {
  expect(await shown('verified')).toMatch(/^to do {8}nothing is wrong$/m);
  expect((await shown('0')).match(/^.* code$/gm)).toEqual(['0 code', 'exit 0 exit code']);
  expect(await shown('4')).toContain('nothing was measured');
});

test('a rule says which command finds it', async () => {
  expect(await shown('code-is-handled')).toContain('drillbook codes, drillbook ci');
  expect(await shown('reference-resolves')).toContain('drillbook check, drillbook ci');
  expect(await shown('drill-goes-as-expected')).toContain('drillbook replay, drillbook ci');
});

test('on the command line a negative code is a word, a slip is answered with the nearest, and no book is needed for a rule', () => {
  const folder = bookFolder('small');
  try {
    cpSync('test/fixtures/contract/world', folder.root, { recursive: true });
    const { version, explanations } = JSON.parse(folder.run('.', 'explain', '-3', '--json').stdout);
    expect([version, explanations[0].what]).toEqual([1, 'code']);
    folder.remove('policies');
    expect(folder.run('.', 'explain', 'refernce-resolves')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean `reference-resolves`'),
    });
    expect(folder.run('.', 'explain', 'reference-resolves').status).toBe(0);
  } finally {
    folder.dispose();
  }
});
