import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram, temporaryFolder } from '../../cli/built-program.ts';
import { reportSchemas } from '../../cli/reporters/report-schemas.ts';

const RUNBOOK = 'o-104-ao-process-unresponsive';
const ROOT = process.cwd();
const drillbook = (...argv: string[]) => runProgram(argv, { cwd: ROOT });
const ask = reportSchemas();

let folder: string;
const part = (name: string) => join(folder, `${name}.json`);
const text = (name: string) => readFileSync(part(name), 'utf8');

describe('a campaign of random incidents', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'drillbook-campaign-'));
    const simulate = (out: string, ...more: string[]) =>
      drillbook('simulate', RUNBOOK, '--runs', '90', '--out', part(out), ...more);
    await Promise.all([
      simulate('whole', '--workers', '1'),
      simulate('threads', '--workers', '3'),
      simulate('first', '--shard', '1/2', '--workers', '1'),
      simulate('second', '--shard', '2/2', '--workers', '1'),
      simulate('otherwise', '--shard', '2/2', '--seed', '9', '--workers', '1'),
    ]);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has the same result for any number of threads, in the published shape', () => {
    expect(text('threads')).toBe(text('whole'));
    expect(ask('simulate', JSON.parse(text('whole')))).toEqual([]);
  });

  test('split and merged, in whatever order, has the bytes of one that was never split', async () => {
    const { code } = await drillbook('merge', part('second'), part('first'), '--out', part('merged'));
    expect(code).toBe(0);
    expect(text('merged')).toBe(text('whole'));
  });

  test.each([
    [
      'a part that is missing, with the command that makes it',
      ['first'],
      /part 2 is missing, of 2\nhint: make it with `drillbook simulate .* --shard 2\/2/,
    ],
    ['a part that is there twice', ['first', 'first'], /are both part 1 of 2/],
    [
      'parts that answer different questions',
      ['first', 'otherwise'],
      /do not belong together: seed is 1 in the one, 9 in the other/,
    ],
    ['a part beside the whole', ['first', 'whole'], /of 2 parts, the other of 1/],
  ])('refuses %s', async (_, names, said) => {
    const { code, stderr } = await drillbook('merge', ...names.map(part));
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
  });

  test('refuses parts of other books and of another commit, and files that are no part', async () => {
    const spoilt = (name: string, change: (value: { origin: Record<string, unknown> }) => void) => {
      const value = JSON.parse(text('second'));
      change(value);
      writeFileSync(part(name), JSON.stringify(value));
    };
    spoilt('book', ({ origin }) => Object.assign(origin, { books: { paxiom: '0'.repeat(64) } }));
    spoilt('commit', ({ origin }) => Object.assign(origin, { commit: 'f'.repeat(40) }));
    spoilt('shape', (value) => Object.assign(value, { result: { runbooks: [{ runs: -1 }] } }));
    writeFileSync(part('cut'), text('second').slice(0, 200));
    for (const [name, said] of [
      ['book', /the book \w+ was not the same|the book paxiom was not the same/],
      ['commit', /the one is of commit \w+, the other of ffffffffffff/],
      ['shape', /is no part of a campaign: \/result/],
      ['cut', /is not JSON, or only the beginning of it/],
      ['nowhere', /cannot be read: there is nothing/],
    ] as const) {
      const { code, stderr } = await drillbook('merge', part('first'), part(name));
      expect([name, code]).toEqual([name, 2]);
      expect(stderr).toMatch(said);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  test('tells one of its runs minute by minute by its seed', async () => {
    const { promises } = JSON.parse(text('whole')).result.runbooks[0];
    const broken = promises.find((promise: { broken: number }) => promise.broken > 0);
    const { stdout } = await drillbook(
      'simulate',
      RUNBOOK,
      '--seed',
      String(broken.firstBreak.seed),
      '--runs',
      '1',
      '--timeline',
    );
    expect(stdout).toContain(`${broken.text} broke at`);
    const { code, stderr } = await drillbook('simulate', RUNBOOK, '--timeline');
    expect(code).toBe(2);
    expect(stderr).toContain('tells at most 20 incidents');
  });
});

test.each(['0/4', '5/4', '1', 'job/4', '1/0', 'x/4'])(
  '--shard %s is refused with what is meant',
  async (shard) => {
    const { code, stderr } = await drillbook('simulate', RUNBOOK, '--runs', '1', '--shard', shard);
    expect(code).toBe(2);
    expect(stderr).toContain('hint:');
  },
);

test('coverage says what a runbook shows, in the published shape, and draws it', async () => {
  const out = temporaryFolder();
  const picture = join(out, 'picture.svg');
  const { code, stdout } = await runProgram(
    ['coverage', RUNBOOK, '--runs', '20', '--workers', '1', '--picture', picture, '--json'],
    { cwd: ROOT },
  );
  const report = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(ask('coverage', report)).toEqual([]);
  expect(
    report.result.books[0].items.some(({ scenarios }: { scenarios: string[] }) => scenarios.length > 0),
  ).toBe(true);
  const svg = readFileSync(picture, 'utf8');
  expect(svg).toContain('<svg');
  expect(svg).toContain('shown by a drill');
  const refused = await drillbook('coverage', '--picture', picture, '--runs', '1', '--book', 'nothing');
  expect(refused.code).toBe(2);
});
