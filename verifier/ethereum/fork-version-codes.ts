import type { CodeName, CodeTable } from '../code-table.ts';
import { FAILURE_CLASSES } from './failure-classes.ts';

/** What one verification shows about the fork version that it used. All but the first are failure classes too, in their numbers. */
export const FORK_VERSION_CODES = {
  unremarkable: {
    code: 1,
    verdict: 'pass',
    meaning: 'the version is the right one, the same as before, and verification succeeds',
  },
  'fork-boundary-informational': FAILURE_CLASSES['fork-boundary-informational'],
  'fork-boundary-bug': FAILURE_CLASSES['fork-boundary-bug'],
  'hard-coded-version': FAILURE_CLASSES['hard-coded-version'],
  unexplained: FAILURE_CLASSES.unexplained,
} as const satisfies CodeTable;

export type ForkVersionCode = CodeName<typeof FORK_VERSION_CODES>;
