import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TeamRepository } from './team-repository.ts';

/** Stands for npm, npx and node: writes down what it is asked for, and fails where it is told to. */
const TOOL = `#!/bin/sh
call="$(basename "$0") $*"
echo "$call" >> "$CI_CALLS"
echo " Test Files  1 passed"
if [ "$call" = "$CI_FAILS" ]; then exit 1; fi
`;

/** What the whole check runs, call by call; every tool is a stand-in, for the check of a check would have no end. */
export function ciRun(team: TeamRepository, block: string, failing = '') {
  const tools = join(team.root, '.ci-tools');
  mkdirSync(tools, { recursive: true });
  for (const name of ['npm', 'npx', 'node']) {
    writeFileSync(join(tools, name), TOOL);
    chmodSync(join(tools, name), 0o755);
  }
  cpSync('.ci', join(team.root, '.ci'), { recursive: true });
  const calls = join(tools, 'calls');
  writeFileSync(calls, '');
  // Where `apt-get` is not found nothing of the machine is touched: the tools above and those of the shell are enough.
  const env = { PATH: `${tools}:${withoutApt(tools)}`, CI_CALLS: calls, CI_FAILS: failing };
  const { status } = team.step({ run: block }, env);
  return { status, calls: readFileSync(calls, 'utf8').split('\n').filter(Boolean) };
}

/** A folder with the few programs that the check itself needs. */
function withoutApt(tools: string): string {
  const folder = join(tools, 'bin');
  mkdirSync(folder, { recursive: true });
  for (const name of ['bash', 'env', 'sh', 'basename', 'dirname', 'mktemp', 'rm', 'tee', 'grep', 'id'])
    writeFileSync(join(folder, name), `#!/bin/sh\nexec /usr/bin/${name} "$@"\n`, { mode: 0o755 });
  return folder;
}
