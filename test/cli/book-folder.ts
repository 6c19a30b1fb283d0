import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROGRAM = resolve('bundle/run.js');

/** A copy of a fixture's repository in a temporary folder, to be spoilt. */
export interface BookFolder {
  readonly root: string;
  /** Writes a file below the root, with the folders above it. */
  write(file: string, content: string | Uint8Array): void;
  remove(file: string): void;
  /** Runs the built program in a folder below the root. */
  run(folder: string, ...argv: string[]): SpawnSyncReturns<string>;
  dispose(): void;
}

export function bookFolder(fixture: string | undefined = 'small'): BookFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'drillbook-book-')));
  if (fixture) cpSync(`test/fixtures/books/${fixture}`, root, { recursive: true });
  return {
    root,
    write(file, content) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    },
    remove: (file) => rmSync(join(root, file), { recursive: true }),
    run: (folder, ...argv) =>
      spawnSync(process.execPath, [PROGRAM, ...argv], { cwd: join(root, folder), encoding: 'utf8' }),
    dispose() {
      chmodSync(root, 0o755);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
