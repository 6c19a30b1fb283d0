import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Step } from '../../house/workflow-files.ts';

const FIXTURES = 'test/fixtures';

/** A git repository of a team that has the packed program as a dependency, as a runner finds it. */
export interface TeamRepository {
  readonly root: string;
  write(file: string, text: string): void;
  read(file: string): string;
  edit(file: string, before: string, after: string): void;
  remove(file: string): void;
  git(...argv: string[]): string;
  commit(message: string): void;
  /** Waives whatever `check` finds now, as a team may that has read it. */
  waive(): void;
  /** Everything as it was after the first commits. */
  reset(): void;
  /** Runs a block as the runner does: `bash -e`, in the root. */
  step(step: Step, env?: Readonly<Record<string, string>>): StepResult;
  dispose(): void;
}

export interface StepResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the step added to the summary of the job. */
  readonly summary: string;
  /** The calls of `gh`, an argument a line, with the text of a body file. */
  readonly gh: string;
}

/** Writes down what it is asked for: nothing of a test may reach a real repository. */
const GH = `#!/bin/sh
for word in "$@"; do echo "$word"; done >> "$GH_CALLS"
while [ $# -gt 0 ]; do if [ "$1" = --body-file ]; then cat "$2" >> "$GH_CALLS"; fi; shift; done
`;

const RUNBOOK = 'runbooks/small/shop-down.yaml';

/** Two promises of the small book are too large to be decided in seconds, and a job must not be green without them. */
const withoutWhatIsTooLarge = (runbook: string): string =>
  runbook.replace(/^ +destroys: .*\n/m, '').replace(/^ +within: .*\n/m, '');

export function teamRepository(): TeamRepository {
  const home = mkdtempSync(join(tmpdir(), 'drillbook-team-'));
  const root = join(home, 'procedures');
  const tools = join(home, 'tools');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...argv], {
      cwd: root,
      encoding: 'utf8',
    });
  const step: TeamRepository['step'] = ({ run = '' }, env = {}) => {
    const [summary, calls] = [join(home, 'summary.md'), join(home, 'gh-calls')];
    for (const file of [summary, calls]) writeFileSync(file, '');
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', run], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${tools}:${process.env['PATH']}`,
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: summary,
        GH_CALLS: calls,
        npm_config_prefer_offline: 'true',
        npm_config_audit: 'false',
        ...env,
      },
    });
    const text = (file: string) => readFileSync(file, 'utf8');
    return { status: status ?? -1, stdout, stderr, summary: text(summary), gh: text(calls) };
  };
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-qm', message);
  };

  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'gh'), GH);
  chmodSync(join(tools, 'gh'), 0o755);
  cpSync(join(FIXTURES, 'books/small'), root, { recursive: true });
  write(RUNBOOK, withoutWhatIsTooLarge(readFileSync(join(root, RUNBOOK), 'utf8')));
  cpSync(join(FIXTURES, 'contract/world'), root, { recursive: true });
  write('crate/src/lib.rs', readFileSync(join(FIXTURES, 'contract/verifier-crate/src/lib.rs'), 'utf8'));
  write('include/verifier.h', readFileSync(join(FIXTURES, 'contract/verifier.h'), 'utf8'));
  write('target/idl/hook.json', readFileSync(join(FIXTURES, 'contract/transfer-hook.json'), 'utf8'));
  write('.gitignore', 'node_modules\n');
  installProgram(root, write);
  execFileSync('npx', ['drillbook', 'codes', '--write'], { cwd: root });
  const waive = () => {
    const { findings } = JSON.parse(
      spawnSync('npx', ['drillbook', 'check', '--json'], { cwd: root, encoding: 'utf8' }).stdout,
    );
    const waivers = findings.map(({ rule, fingerprint, message }: Record<string, string>) => ({
      rule,
      fingerprint,
      finding: message,
      owner: 'commander',
      reason: 'The team lives with it for now.',
      expires: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    }));
    write('policies/small/waivers.yaml', stringify({ kind: 'waivers', waivers }));
  };
  waive();
  git('init', '-q', '-b', 'main');
  commit('Begin');
  git('tag', 'v0.9.0');
  write('README.md', '# Procedures\n');
  commit('Say what this is');
  git('tag', 'v1.0.0');

  return {
    root,
    write,
    read,
    git,
    commit,
    waive: () => {
      rmSync(join(root, 'policies/small/waivers.yaml'));
      waive();
    },
    step,
    edit(file, before, after) {
      if (!read(file).includes(before)) throw new Error(`${file} does not hold ${before}`);
      write(file, read(file).replace(before, after));
    },
    remove: (file) => rmSync(join(root, file), { recursive: true }),
    reset() {
      git('reset', '-q', '--hard', 'v1.0.0');
      git('clean', '-qfd');
    },
    dispose: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** From the packed program, so that what a team gets is what runs. The bundle was built before the tests began. */
function installProgram(root: string, write: TeamRepository['write']): void {
  const quiet = { encoding: 'utf8', stdio: 'pipe' } as const;
  mkdirSync(join(root, 'vendor'), { recursive: true });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', join(root, 'vendor')], quiet);
  const tarball = `vendor/drillbook-${JSON.parse(readFileSync('package.json', 'utf8')).version}.tgz`;
  if (!existsSync(join(root, tarball))) throw new Error(`npm pack did not write ${tarball}`);
  write(
    'package.json',
    JSON.stringify({
      name: 'procedures-of-a-team',
      version: '1.0.0',
      files: ['policies', 'runbooks', 'scenarios'],
      devDependencies: { drillbook: `file:${tarball}` },
    }),
  );
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { ...quiet, cwd: root });
  completeLock(join(root, 'package-lock.json'));
}

/** A registry may lack packages for other platforms; npm then leaves them out of the lock, which `npm ci` refuses. */
function completeLock(file: string): void {
  const [lock, own] = [file, 'package-lock.json'].map((path) => JSON.parse(readFileSync(path, 'utf8')));
  for (const [name, entry] of Object.entries<{ optional?: boolean }>(own.packages))
    if (entry.optional && /\/litesvm-/.test(name)) lock.packages[name] ??= { ...entry, dev: true };
  writeFileSync(file, JSON.stringify(lock, null, 2));
}
