import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of vectors from outside this repository, or `undefined` where it is not mounted. */
export const outsideVectors =
  process.env['DRILLBOOK_VECTORS'] ?? findUpwards(dirname(fileURLToPath(import.meta.url)));

export function readOutside(name: string): string {
  return readFileSync(join(outsideVectors ?? '', name), 'utf8');
}

function findUpwards(start: string): string | undefined {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'shared', 'vectors');
    if (existsSync(candidate)) return candidate;
  }
  return undefined;
}
