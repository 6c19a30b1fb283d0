import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The outside vectors, when they stand beside the repository (or where DRILLBOOK_VECTORS points); else null.
 */
export function sharedVectors(file: string): string | null {
  const given = process.env['DRILLBOOK_VECTORS'];
  if (given !== undefined) return readFileSync(join(given, file), 'utf8');
  for (let dir = import.meta.dirname; ; dir = dirname(dir)) {
    const path = join(dir, 'shared', 'vectors', file);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    if (dir === dirname(dir)) return null;
  }
}
