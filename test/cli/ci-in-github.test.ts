import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type BookFolder, bookFolder } from './book-folder.ts';

const RUNBOOK = 'runbooks/small/shop-down.yaml';

let folder: BookFolder;
beforeEach(() => {
  folder = bookFolder();
  const text = readFileSync(join(folder.root, RUNBOOK), 'utf8');
  folder.write(RUNBOOK, text.replace('within: {by: 30m', 'within: {by: 3m'));
  return () => folder.dispose();
});

const inJob = (env: Record<string, string>, ...argv: string[]) =>
  spawnSync(process.execPath, [resolve('bundle/run.js'), 'ci', ...argv], {
    cwd: folder.root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
const JOB = {
  GITHUB_STEP_SUMMARY: 'summary.md',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'team/ops',
  GITHUB_SHA: '0123abcd',
};
const summary = () => readFileSync(join(folder.root, 'summary.md'), 'utf8');

test('a reviewer sees the line that was changed: the promise that now breaks, and in which drill', () => {
  const { status, stdout } = inJob({}, '--format', 'github');
  expect(status).toBe(1);
  const first = stdout.split('\n').find((text) => text.includes('drill-goes-as-expected'));
  const line = readFileSync(join(folder.root, RUNBOOK), 'utf8')
    .split('\n')
    .indexOf('        within: {by: 3m, from: opened}');
  expect(line).toBeGreaterThan(0);
  expect(first).toBe(
    `::error file=${RUNBOOK},line=${line + 1},col=9,title=drill-goes-as-expected::"find-cause done within 3m of opened" breaks where no drill expects it: \`saturday-sale\` at 6m`,
  );
  expect(stdout).toMatch(/::error file=scenarios\/small\/.*step\/find-cause broke at minute 6/);
  expect(stdout.trimEnd()).toMatch(/\n✗ failed: 1 finding, 1 drill not as expected$/);
});

test('the summary of the job gets a table whose places lead to the lines of the commit, behind what other steps wrote', () => {
  folder.write('summary.md', '# Other step\n');
  inJob(JOB, '--format', 'github');
  expect(summary()).toMatch(/^# Other step\n### ❌ Check: 1 finding\n/);
  expect(summary()).toMatch(/### ❌ Replay: 1 drill, 1 drill not as expected/);
  expect(summary()).toMatch(
    /\| <a href="https:\/\/github\.com\/team\/ops\/blob\/0123abcd\/runbooks\/small\/shop-down\.yaml#L\d+"><code>runbooks\/small\/shop-down\.yaml:\d+<\/code><\/a> \|/,
  );
});

test('other forms leave the summary alone, and a summary that cannot be written is an error', () => {
  folder.write('summary.md', '');
  inJob(JOB);
  expect(summary()).toBe('');
  const { status, stderr } = inJob({ GITHUB_STEP_SUMMARY: 'policies' }, '--format', 'github');
  expect(status).toBe(2);
  expect(stderr).toBe(
    'error: the file that GITHUB_STEP_SUMMARY names cannot be written to: a folder, not a file\n',
  );
});

test('a failed drill is a case that fails in JUnit and a result in SARIF', () => {
  const { stdout } = inJob({}, '--format', 'junit', '--format', 'sarif=out.sarif');
  expect(stdout).toMatch(
    /<testcase name="saturday-sale" classname="replay\.small">\n +<failure message="scenarios\//,
  );
  const log = JSON.parse(readFileSync(join(folder.root, 'out.sarif'), 'utf8'));
  const rules = log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
  expect(rules).toContain('drill-goes-as-expected');
});
