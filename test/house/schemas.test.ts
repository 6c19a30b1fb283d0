import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the committed types agree with schemas/: a schema changed without `npm run gen` fails here', () => {
  const argv = ['scripts/generate-types.mjs', '--check'];
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
