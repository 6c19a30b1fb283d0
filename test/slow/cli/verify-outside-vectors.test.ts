import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runJson } from '../../cli/built-program.ts';
import { outsideVectors } from '../../verifier/outside-vectors.ts';

test.skipIf(outsideVectors === undefined)(
  'the vectors from outside agree, each file of its own kind',
  async () => {
    const files = readdirSync(outsideVectors as string).map((name) => `${outsideVectors}/${name}`);
    const { code, json } = await runJson(['verify', 'vectors', ...files]);
    expect(code).toBe(0);
    expect(new Set(json.files.map(({ what }: { what: string }) => what)).size).toBe(files.length);
  },
  60_000,
);
