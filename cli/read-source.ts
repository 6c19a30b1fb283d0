import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_FILE_BYTES, type RefusedFile, type SourceFile, tooLarge } from '../model/source-file.ts';

/** Reads a file whose size was checked first. Opening never waits: a pipe is refused, not listened to. */
export function readSource(root: string, file: string): SourceFile | RefusedFile {
  let handle: number | undefined;
  try {
    handle = openSync(join(root, file), constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return { file, refused: 'a folder, not a file' };
    if (!stat.isFile()) return { file, refused: 'no regular file' };
    if (stat.size > MAX_FILE_BYTES) return tooLarge(file, stat.size);
    return { file, bytes: readAll(handle) };
  } catch (error) {
    return { file, refused: whyNot(error) };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** One byte more than is allowed: the loader refuses a file that grew in the meantime. */
const buffer = new Uint8Array(MAX_FILE_BYTES + 1);

function readAll(handle: number): Uint8Array {
  let length = 0;
  for (;;) {
    const read = readSync(handle, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length === buffer.length) return buffer.slice(0, length);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'a folder, not a file',
  ELOOP: 'it leads to itself',
  ENOENT: 'there is nothing',
  ENXIO: 'no regular file',
  ENOTDIR: 'a file, not a folder',
};

/** Why a file cannot be read, without its absolute path. */
export function whyNot(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return REASONS[code] ?? `the system says ${code}`;
}
