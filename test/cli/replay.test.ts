import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BookFolder, bookFolder } from './book-folder.ts';
import { type OwnBooks, ownBooks } from './own-books.ts';

const DRILL = 'scenarios/rwa-tokens/2026-q3-custody-discrepancy.yaml';
const LATE = 'scenarios/rwa-tokens/custody-discrepancy-hotline-late.yaml';
const MESSAGES = 'policies/rwa-tokens/communications.yaml';

let books: OwnBooks;
beforeEach(() => {
  books = ownBooks({ few: true });
  return () => books.dispose();
});

describe('a policy that is tightened', () => {
  test('makes the drill say which promise breaks, at which minute, where it stands and why', () => {
    books.edit(
      MESSAGES,
      '{by: 15m, from: level.P0, at_close: blocks',
      '{by: 5m, from: level.P0, at_close: blocks',
    );
    const { status, stdout } = books.run(
      '.',
      'replay',
      '--book',
      'rwa-tokens',
      '2026-q3-custody-discrepancy',
    );
    expect(status).toBe(1);
    expect(stdout).toContain('Empire Stock Transfer told within 5m broke at 0:05');
    expect(stdout).toMatch(
      /policies\/rwa-tokens\/communications\.yaml:\d+:\d+ {2}\(message\/empire-custody-notice\)/,
    );
    expect(stdout).toMatch(/still at it: On-call senior engineer, verify halt/);
    expect(stdout).toContain('kept at last, 3m late');
    expect(stdout).not.toContain(books.root);
  });

  test('is shown without a name too, with the drills that still go as expected in one line each', () => {
    books.edit(
      MESSAGES,
      '{by: 15m, from: level.P0, at_close: blocks',
      '{by: 8m, from: level.P0, at_close: blocks',
    );
    const { status, stdout } = books.run('runbooks/rwa-tokens', 'replay');
    expect(status).toBe(1);
    expect(stdout).toContain('message/empire-custody-notice was expected to break at 15m; it broke at 8m');
    expect(stdout).toMatch(/✓ as expected: 7 pages in a closed world/);
  });
});

describe('expectations are a closed world', () => {
  test('a page that nobody expected is a failure', () => {
    books.edit(
      'policies/rwa-tokens/routing.yaml',
      'page: [incident-commander, all-leads, multisig-holders]',
      'page: [incident-commander, all-leads, multisig-holders, empire-liaison]',
    );
    const { status, stdout } = books.run('.', 'replay', '--book', 'rwa-tokens', DRILL);
    expect(status).toBe(1);
    expect(stdout).toContain('a page to empire-liaison at minute 0 that nobody expected');
  });

  test('a page that is expected and not sent is a failure at its own line', () => {
    books.edit(
      'policies/rwa-tokens/routing.yaml',
      'page: [incident-commander, all-leads, multisig-holders]',
      'page: [incident-commander, all-leads]',
    );
    const { status, stdout } = books.run('.', 'replay', '--book', 'rwa-tokens', DRILL);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /the expected page to emergency-signers at 0m was not sent\n.*custody-discrepancy\.yaml:\d+:\d+/,
    );
  });

  test('a break that is expected and does not come is a failure', () => {
    books.edit(LATE, '{site: step/notify-custodian, after: 14m}', '{site: step/notify-custodian, after: 2m}');
    const { status, stdout } = books.run('.', 'replay', '--book', 'rwa-tokens', LATE);
    expect(status).toBe(1);
    expect(stdout).toContain('step/notify-custodian was expected to break at 15m and did not');
  });

  test('a script that no longer fits fails instead of drifting', () => {
    books.edit(DRILL, 'site: step/restart-relay, is: fresh', 'site: step/restart-relay, is: frsh');
    books.edit(DRILL, '{site: step/reconcile-with-empire, after: 5m}', '{site: step/reconcile, after: 5m}');
    const { status, stdout } = books.run('.', 'replay', '--book', 'rwa-tokens', DRILL);
    expect(status).toBe(1);
    expect(stdout).toContain('nothing happened at site step/reconcile');
    expect(stdout).toContain('site step/restart-relay has no alternative frsh; it has fresh, still-failing');
  });
});

describe('the command', () => {
  test('takes a file from wherever it stands, and an id', () => {
    expect(books.run('scenarios/rwa-tokens', 'replay', 'custody-discrepancy-hotline-late.yaml').status).toBe(
      0,
    );
    expect(books.run('scenarios/rwa-tokens', 'replay', 'custody-discrepancy-hotline-late').status).toBe(0);
  });

  test('says what it does not find, with the nearest name, and exits 2 without a stack', () => {
    const { status, stderr } = books.run('.', 'replay', '2026-q3-custody-discrepency');
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean `2026-q3-custody-discrepancy`');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('plays a drill that is named though another one and another book have mistakes', () => {
    books.edit(LATE, 'starts:', 'strats:');
    books.edit('policies/paxiom/roles.yaml', 'kind: roles', 'kind: rolls');
    expect(books.run('.', 'replay', DRILL).status).toBe(0);
    const { status, stderr } = books.run('.', 'replay', DRILL, 'no-such-drill');
    expect(status).toBe(2);
    expect(stderr).toMatch(/cannot be used: policies\/paxiom\/roles\.yaml:\d+:\d+ .*`rolls`/);
  });

  test('prints no colour into a pipe', () => {
    expect(books.run('.', 'replay', '--book', 'rwa-tokens', DRILL).stdout).not.toContain('\u001b[');
  });

  test('gives every promise with its place as JSON', () => {
    const { stdout, status } = books.run('.', 'replay', '--book', 'rwa-tokens', LATE, '--json');
    const { version, replays } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(version).toBe(1);
    const broken = replays[0].promises.find(({ name }: { name: string }) => name === 'step/notify-custodian');
    expect(broken).toMatchObject({
      verdict: 'broken',
      due: 900,
      position: { file: 'runbooks/rwa-tokens/custody-discrepancy.yaml' },
      breaks: [{ at: 900, keptLateAt: 1200 }],
    });
  });

  test('refuses to play a book that has findings, and says how to see them', () => {
    books.edit('policies/rwa-tokens/groups.yaml', 'kind: groups', 'kind: gruops');
    const { status, stderr } = books.run('.', 'replay', '--book', 'rwa-tokens');
    expect(status).toBe(2);
    expect(stderr).toContain('drillbook check --book rwa-tokens');
  });
});

describe('a timeline', () => {
  const TAKEN_OVER = 'scenarios/rwa-tokens/freeze-lifted-by-the-second-engineer.yaml';

  test('tells from whom somebody takes a step over, and says once what the step asks for', () => {
    books.write(TAKEN_OVER, readFileSync(TAKEN_OVER, 'utf8'));
    const { status, stdout } = books.run('.', 'replay', TAKEN_OVER);
    expect(status).toBe(0);
    expect(stdout).toContain('▸ takes over lift control 42 from On-call senior engineer');
    expect(stdout.match(/Lift a freeze that Control 42 has set/g)).toHaveLength(1);
    expect(stdout).not.toContain('takes over activate control 42');
  });
});

describe('a trace', () => {
  const read = (folder: string) =>
    readFileSync(join(books.root, folder, 'rwa-tokens.custody-discrepancy-hotline-late.jsonl'), 'utf8');

  test('is the same bytes for the same drill', () => {
    books.run('.', 'replay', '--book', 'rwa-tokens', LATE, '--trace', 'one');
    books.run('.', 'replay', '--book', 'rwa-tokens', LATE, '--trace', 'two');
    expect(read('one')).toBe(read('two'));
  });

  test('names its version first, counts its records, never goes back in time, and causes come before effects', () => {
    books.run('.', 'replay', '--book', 'rwa-tokens', LATE, '--trace', 'traces');
    const [header, ...records] = read('traces')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(header).toEqual({
      kind: 'trace',
      version: 1,
      book: 'rwa-tokens',
      scenario: 'custody-discrepancy-hotline-late',
      starts: '2026-09-16T10:00:00-04:00',
    });
    expect(records.length).toBeGreaterThan(100);
    for (const [index, record] of records.entries()) {
      expect(record.seq).toBe(index + 1);
      expect(record.t).toBeGreaterThanOrEqual(records[index - 1]?.t ?? 0);
      for (const cause of record.because) expect(cause).toBeLessThan(record.seq);
    }
  });

  test('is not half-written where it cannot be written', () => {
    books.write('taken', 'a file');
    const { status, stderr } = books.run('.', 'replay', '--book', 'rwa-tokens', LATE, '--trace', 'taken');
    expect(status).toBe(2);
    expect(stderr).toContain('folder that can be written to');
    expect(stderr).not.toContain(books.root);
  });
});

describe('a book without drills', () => {
  let small: BookFolder;
  beforeAll(() => {
    small = bookFolder('small');
    small.remove('scenarios');
  });
  afterAll(() => small.dispose());

  test('measures nothing, which is never green', () => {
    const { status, stderr } = small.run('.', 'replay');
    expect(status).toBe(4);
    expect(stderr).toContain('nothing was measured');
    expect(small.run('.', 'ci').status).not.toBe(0);
  });
});
