import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAM = resolve('bundle/run.js');

/** A folder outside of every book, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the built program beside this process, so that servers of the test go on answering. */
export function runProgram(
  argv: readonly string[],
  { cwd = temporaryFolder(), input = '', env = {}, program = PROGRAM } = {},
): Promise<Ended> {
  const options = { cwd, env: { ...process.env, DRILLBOOK_RPC: '', DRILLBOOK_BEACON: '', ...env } };
  return new Promise((done) => {
    const child = execFile(process.execPath, [program, ...argv], options, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    child.stdin?.on('error', () => {}); // a program that never reads has gone before the input has
    child.stdin?.end(input);
  });
}

/** The same with `--json`, its output parsed. */
export async function runJson(argv: readonly string[], options: Parameters<typeof runProgram>[1] = {}) {
  const { code, stdout, stderr } = await runProgram([...argv, '--json'], options);
  return { code, stderr, json: JSON.parse(stdout) };
}

/** A file with this value as JSON, in a folder that is gone after the test. */
export function jsonFile(value: unknown): string {
  const file = join(temporaryFolder(), 'request.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}
