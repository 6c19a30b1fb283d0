import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every output that the README shows is what the program prints', async () => {
  // @ts-expect-error a script without types
  const { withCurrentOutputs } = await import('../../scripts/readme-outputs.mjs');
  const readme = readFileSync('README.md', 'utf8');
  expect(withCurrentOutputs(readme), 'node scripts/readme-outputs.mjs --write mends it').toBe(readme);
});
