import { spawnSync } from 'node:child_process';
import type { Bench } from './harness.ts';

// Where NODE_EXTRA_CA_CERTS is set, Node 20 reads it at every start (38 ms here) and hides what we add.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

function start(...argv: string[]): number {
  const { status, stderr } = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${argv.join(' ')} exited ${status}: ${stderr}`);
  return 1;
}

const bench: Bench = {
  name: 'start-up',
  about: '`drillbook --help` against an empty Node program; each round starts both processes once',
  baseline: { name: 'node -e 0', run: () => start('-e', '0') },
  subject: { name: 'drillbook --help', run: () => start('bundle/run.js', '--help') },
  rounds: 21,
  reads: 'cost',
};

export default bench;
