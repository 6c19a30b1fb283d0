import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { EvidenceFiles } from '../../verifier/solana/evidence-files.ts';
import { OperatorError } from '../operator-error.ts';
import { whyNot } from '../read-source.ts';
import { oneLine } from './one-line.ts';

/** A bundle holds 100 accounts and the transactions of some wallets. */
const MAX_FILES = 10_000;
const MAX_BYTES = 2 ** 30;

/**
 * Every file of a bundle by its path; what is no regular file stands there with no bytes, so that it is seen as
 * altered or unlisted and never followed.
 */
export function readBundle(folder: string): EvidenceFiles {
  const shown = `\`${oneLine(folder)}\``;
  try {
    const files = new Map<string, Uint8Array>();
    let bytes = 0;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(join(folder, sep).length).split(sep).join('/');
      bytes += entry.isFile() ? statSync(path).size : 0;
      if (files.size >= MAX_FILES || bytes > MAX_BYTES) throw tooLarge(shown);
      files.set(name, entry.isFile() ? readFileSync(path) : new Uint8Array());
    }
    return files;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${shown} cannot be read: ${whyNot(error)}`, {
      hint: 'name the folder of a bundle',
    });
  }
}

const tooLarge = (shown: string) =>
  new OperatorError(`${shown} is larger than any bundle`, { hint: 'name the folder of a bundle' });
