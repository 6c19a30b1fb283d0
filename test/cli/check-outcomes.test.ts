import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram, temporaryFolder } from './built-program.ts';

const DRILL = 'scenarios/rwa-tokens/2026-q3-custody-discrepancy.yaml';
const RUNBOOK = 'runbooks/rwa-tokens/custody-discrepancy.yaml';

/** The shipped books with one text of one file replaced. */
function booksWith(file: string, before: string, after: string): string {
  const folder = temporaryFolder();
  for (const room of ['policies', 'runbooks', 'scenarios'])
    cpSync(room, join(folder, room), { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(before);
  writeFileSync(join(folder, file), text.replace(before, after));
  return folder;
}

test('a drill answers a check by the name of a code, and the runbook goes on as that outcome says', async () => {
  const answers = 'answers:\n  - {site: step/verify-halt, is: not-halted, after: 2m}\n';
  const cwd = booksWith(DRILL, 'answers:\n', answers);
  const { stdout } = await runProgram(['replay', '2026-q3-custody-discrepancy'], { cwd });
  expect(stdout.replace(/\s+/g, ' ')).toContain('Control 1 does not hold the mint and nothing is contained');
});

test('check names the line of a code that no outcome handles, and of an outcome that is no code', async () => {
  const cwd = booksWith(RUNBOOK, '          split:\n', '          splitt:\n');
  const { code, stdout } = await runProgram(['check', '--book', 'rwa-tokens', '--format', 'oneline'], {
    cwd,
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /custody-discrepancy\.yaml:\d+:\d+: `splitt` is no code of the check `consensus` \(did you mean `split`\?\)/,
  );
  expect(stdout).toMatch(/`verify-consensus` says nothing about the code `split`/);
  expect(stdout.trim().split('\n')).toHaveLength(2);
});

test('a check that the verifier does not have is refused by the schema, with the name that was meant', async () => {
  const cwd = booksWith(RUNBOOK, 'check: consensus', 'check: consensuss');
  const { code, stdout } = await runProgram(['check', '--book', 'rwa-tokens', '--format', 'oneline'], {
    cwd,
  });
  expect(code).toBe(1);
  expect(stdout).toContain('did you mean `consensus`?');
});
