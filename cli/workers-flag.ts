import { availableParallelism } from 'node:os';
import * as Flags from '@oclif/core/flags';

/** More threads than this are more than a machine has. */
const MOST = 256;

/** `--workers`, the same in every command that has threads. */
export const workersFlag = {
  workers: Flags.integer({
    char: 'w',
    min: 1,
    max: MOST,
    default: async () => Math.min(MOST, availableParallelism()),
    defaultHelp: async () => 'one a core',
    helpValue: 'N',
    summary: 'Threads; the result is the same for any number.',
  }),
};
