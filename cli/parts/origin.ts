import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { BookFile } from '../read-book-files.ts';
import type { SoundBooks } from '../sound-book.ts';
import type { Origin } from './part.ts';

/** Where a result comes from, so that nobody joins what does not belong together. */
export const originOf = (
  { root, books, files }: SoundBooks,
  program: string,
  options: Origin['options'],
): Origin => ({
  program,
  commit: commitOf(root),
  books: Object.fromEntries(books.map(({ id }) => [id, hashOf(files.get(id) ?? [])])),
  options,
});

/** The same for the same names and bytes, whatever order the file system lists them in. */
function hashOf(files: readonly BookFile[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort((a, b) => (a.file < b.file ? -1 : 1)))
    if ('bytes' in file) hash.update(`${file.file}\0${file.bytes.length}\0`).update(file.bytes);
  return hash.digest('hex');
}

function commitOf(root: string): string | null {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 10_000,
  });
  return status === 0 ? stdout.trim() : null;
}
