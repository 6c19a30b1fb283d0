import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** From the root of the git repository around `folder` to `folder`, as annotations need it: `ops/`, or empty at the root. */
export function gitPrefix(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) {
      const path = relative(above, folder);
      return path === '' ? '' : `${path.split(sep).join('/')}/`;
    }
    if (above === dirname(above)) return '';
  }
}
