import { gitPrefix } from './git-prefix.ts';
import type { Surroundings } from './reporters/reporter.ts';

/** What a form may need of the repository that a report is about. */
export const surroundingsOf = (
  root: string,
  version: string,
  line: Surroundings['line'] = () => undefined,
): Omit<Surroundings, 'paint' | 'width'> => ({ line, prefix: gitPrefix(root), version });
