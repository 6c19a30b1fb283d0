import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { interleave } from '../../bench/harness.ts';

const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

function start(...argv: string[]): number {
  const { status, stdout } = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
  expect(status, stdout).toBe(0);
  return 1;
}

/** 1.5 s where an empty Node program takes 25 ms; as a ratio, so that a busy machine moves both sides. */
const MOST = 60;

test('`codes --check` on this repository takes less than sixty times as long as an empty Node program', async () => {
  const { ratio } = await interleave({
    baseline: { name: 'node -e 0', run: () => start('-e', '0') },
    subject: { name: 'drillbook codes', run: () => start('bundle/run.js', 'codes', '--check') },
    rounds: 7,
    reads: 'cost',
  });
  expect(ratio.median).toBeLessThan(MOST);
}, 120_000);
