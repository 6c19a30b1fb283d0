import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MutationPart } from '../../../cli/mutation/mutation-part.ts';
import { type BookFolder, bookFolder } from '../../cli/book-folder.ts';
import { reportSchemas } from '../../cli/reporters/report-schemas.ts';

let folder: BookFolder;
beforeEach(() => {
  folder = bookFolder();
});
afterEach(() => folder.dispose());

const threads = (count: number, ...argv: string[]) =>
  folder.run('.', 'mutate', '--budget', '0', '-w', `${count}`, ...argv);
const mutate = (...argv: string[]) => threads(1, ...argv);
const whole = (...argv: string[]): MutationPart => JSON.parse(mutate('--json', ...argv).stdout);

test('slips are judged, and what goes unnoticed is shown as a diff with what would notice it', () => {
  const { stdout, status } = mutate('--operator', 'drop-path-level');
  expect(status).toBe(1);
  expect(stdout).toMatch(/✗ drop-path-level, nothing minds [0-9a-f]{12}/);
  expect(stdout).toContain('policies/small/escalation.yaml:8');
  expect(stdout).toContain('-      - {page: freelancer, timeout: 10m}');
  expect(stdout).toContain('to notice it: ');
  expect(stdout).toMatch(/✗ \d+(\.\d)? % of 2 slips are noticed; \d goe?s? unnoticed/);
});

test('what --json prints is what its published schema says', () => {
  expect(reportSchemas()('mutate', whole('--sample', '12'))).toEqual([]);
});

test('parts join into the bytes of a campaign that was never split, whatever number of threads there is', () => {
  const asked = ['--operator', 'drop-path-level', '--operator', 'swap-steps'];
  mutate(...asked, '--out', 'whole.json');
  for (const part of ['1/2', '2/2']) threads(2, ...asked, '--shard', part, '--out', `part-${part[0]}.json`);
  const { status } = folder.run('.', 'merge', 'part-2.json', 'part-1.json', '--out', 'joined.json');
  const read = (file: string) => readFileSync(join(folder.root, file), 'utf8');
  expect(read('joined.json')).toBe(read('whole.json'));
  expect(status).toBe(1);
});

const waiver = (fingerprint: string, expires: string) =>
  `kind: waivers\nwaivers:\n  - {rule: slip-is-noticed, fingerprint: ${fingerprint}, finding: It goes unnoticed., owner: commander, reason: Nobody would miss it., expires: ${expires}}\n`;

test('an unnoticed slip that somebody answers for is no finding; one that nobody asked about is judged by nobody', () => {
  const [first] = whole('--operator', 'drop-path-level').result.findings;
  if (!first) throw new Error('the slip was noticed');
  folder.write('policies/small/waivers.yaml', waiver(first.fingerprint, '2999-01-01'));
  expect(mutate('--operator', 'drop-path-level').status).toBe(0);
  expect(folder.run('.', 'check').stdout).not.toContain('waiver');
  folder.write('policies/small/waivers.yaml', waiver(first.fingerprint, '2020-01-01'));
  expect(mutate('--operator', 'drop-path-level').stdout).toContain('waiver-has-not-expired');
});

test('--since judges slips on lines that differ from a commit, and no others', () => {
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...argv], { cwd: folder.root });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'The book as it is');
  expect(mutate('--since', 'HEAD').status).toBe(4);
  const file = 'policies/small/escalation.yaml';
  const text = readFileSync(join(folder.root, file), 'utf8');
  folder.write(file, text.replace('page: freelancer, timeout: 10m', 'page: freelancer, timeout: 12m'));
  const { mutants } = whole('--since', 'HEAD').result;
  expect(mutants.length).toBeGreaterThan(0);
  expect(new Set(mutants.map((each) => each.file))).toEqual(new Set([file]));
  expect(mutants.map(({ operator }) => operator)).toContain('lengthen-time');
  expect(mutate('--since', 'no-such').stderr).toContain('is no commit that git knows here');
});
