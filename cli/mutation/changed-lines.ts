import { spawnSync } from 'node:child_process';
import { OperatorError } from '../operator-error.ts';

/** Whether a line of a file, from 1, differs from a commit of git or was not there. */
export type IsChanged = (file: string, line: number) => boolean;

/** Lines that differ from a commit, files that git does not know yet included. */
export function changedLines(root: string, base: string): IsChanged {
  if (/^-|[\s\0]/.test(base)) throw noCommit(base);
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 30_000 });
  const known = git('rev-parse', '--verify', '--quiet', `${base}^{commit}`);
  if (known.status !== 0) throw noCommit(base);
  const { status, stdout } = git(
    'diff',
    '--unified=0',
    '--no-color',
    '--no-ext-diff',
    '--relative',
    '--no-prefix',
    known.stdout.trim(),
    '--',
    '.',
  );
  if (status !== 0) throw noCommit(base);
  const untracked = git('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
  return isChangedIn(linesOfDiff(stdout), new Set((untracked.stdout ?? '').split('\0')));
}

const noCommit = (base: string): OperatorError =>
  new OperatorError(`\`${base}\` is no commit that git knows here`, {
    hint: 'fetch it, or name another with --since',
  });

interface Range {
  readonly from: number;
  readonly to: number;
}

const isChangedIn =
  (ranges: ReadonlyMap<string, readonly Range[]>, added: ReadonlySet<string>): IsChanged =>
  (file, line) =>
    added.has(file) || (ranges.get(file) ?? []).some(({ from, to }) => from <= line && line <= to);

/** By file: the lines as they are now of each hunk; where lines only went, the two beside the gap. */
export function linesOfDiff(diff: string): ReadonlyMap<string, readonly Range[]> {
  const found = new Map<string, Range[]>();
  let file = '';
  for (const line of diff.split('\n')) {
    const named = /^\+\+\+ (.+?)\t?$/.exec(line)?.[1];
    if (named !== undefined) file = named;
    const [, start, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start === undefined) continue;
    const from = Number(start);
    const range = count === '0' ? { from, to: from + 1 } : { from, to: from + Number(count) - 1 };
    found.set(file, [...(found.get(file) ?? []), range]);
  }
  return found;
}
