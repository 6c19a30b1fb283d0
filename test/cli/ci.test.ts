import { beforeEach, expect, test, vi } from 'vitest';
import { type OwnBooks, ownBooks } from './own-books.ts';

vi.setConfig({ testTimeout: 60_000 }); // each claim plays every drill of a book

let books: OwnBooks;
beforeEach(() => {
  books = ownBooks({ withSources: true, few: true });
  return () => books.dispose();
});

/** With every drill that a team would sit through: without them the books have findings. */
function withDrills(): void {
  books.dispose();
  books = ownBooks({ withSources: true });
}

test('the books that ship pass, and the summary counts what was done', () => {
  withDrills();
  const { status, stdout } = books.run('.', 'ci');
  expect(status).toBe(0);
  expect(stdout).toMatch(/✓ rwa-tokens +\d+ files of \d+ kinds, \d+ references/);
  expect(stdout).toMatch(/✓ paxiom +sync-committee {2}1\.0\.0 {2}6 codes: declared 6/);
  expect(stdout).toMatch(/✓ passed: 2 books, \d+ drills, 3 contracts/);
  const drills = [...stdout.matchAll(/ (\d+) drills? +\d+ pages?/g)].map(([, count]) => Number(count));
  expect(drills.reduce((sum, count) => sum + count, 0)).toBe(
    Number(/(\d+) drills, 3 contracts/.exec(stdout)?.[1]),
  );
});

test('one finding fails the job and is shown with its place, and the other book is still played', () => {
  books.edit('policies/paxiom/roles.yaml', 'held_by: operator', 'held_by: operater');
  const { status, stdout } = books.run('.', 'ci');
  expect(status).toBe(1);
  expect(stdout).toMatch(/policies\/paxiom\/roles\.yaml:\d+:\d+/);
  expect(stdout).toContain('did you mean `operator`');
  expect(stdout).toMatch(
    /✓ {2}rwa-tokens {2}custody-discrepancy +\d+ drills? +\d+ pages? +\d+ promises kept/,
  );
  expect(stdout).toMatch(/✗ failed: \d+ finding/);
});

test('a drill that does not go as expected fails the job and tells why', () => {
  books.edit(
    'policies/rwa-tokens/communications.yaml',
    '{by: 15m, from: level.P0, at_close: blocks',
    '{by: 5m, from: level.P0, at_close: blocks',
  );
  const { status, stdout } = books.run('.', 'ci', '--book', 'rwa-tokens');
  expect(status).toBe(1);
  expect(stdout).toContain('broke at 0:05');
  expect(stdout).toMatch(/✗ {2}rwa-tokens {2}custody-discrepancy .* \d+ not as expected$/m);
  expect(stdout).toMatch(/✗ failed: .*\d+ drills? not as expected/);
});

test('a code that drifts fails the job, with its place and what mends it', () => {
  books.edit('verifier/sync-committee-codes.ts', 'no public keys provided', 'too few public keys');
  const { status, stdout } = books.run('.', 'ci', '--book', 'paxiom');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^policies\/paxiom\/codes\.yaml:\d+:\d+ {2}code-keeps-its-meaning$/m);
  expect(stdout).toMatch(/^docs\/codes\/sync-committee\.md:\d+:\d+ {2}page-is-current$/m);
  expect(stdout).toMatch(/^ {2}\+.*too few public keys/m);
  expect(stdout).toMatch(/✗ failed: \d+ findings$/m);
});

test('--json holds the check, the replays and the codes', () => {
  withDrills();
  const { version, check, replay, codes } = JSON.parse(
    books.run('.', 'ci', '--book', 'paxiom', '--json').stdout,
  );
  expect(version).toBe(1);
  expect(check.findings).toEqual([]);
  expect(replay.replays.length).toBeGreaterThanOrEqual(3);
  expect(codes.contracts.map(({ id }: { id: string }) => id)).toContain('sync-committee');
});
