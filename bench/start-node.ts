import { spawnSync } from 'node:child_process';

// Where NODE_EXTRA_CA_CERTS is set, Node 20 reads it at every start (38 ms here) and hides what we add.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Starts Node once and waits for its end, which has to be a success. */
export function startNode(...argv: string[]): number {
  const { status, stderr } = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${argv.join(' ')} exited ${status}: ${stderr}`);
  return 1;
}
