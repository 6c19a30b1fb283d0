import { lstat, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a bundle into a folder that does not exist yet, all of it or nothing: the files go to a folder
 * beside it, reach the disk, and appear under their name by one rename. Returns false, with nothing written,
 * when `folder` is already taken. Throws the file system's own errors.
 */
export async function writeEvidence(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<boolean> {
  if (await taken(folder)) return false;
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const [path, bytes] of files) await writeDurably(join(draft, path), bytes);
    // A folder with contents, or a file, that appeared meanwhile makes the rename fail: it never replaces
    // anything.
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(codeOf(error)) && (await taken(folder)))
      return false;
    throw error;
  }
  return true;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx', 0o444);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function taken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
