import { join } from 'node:path';
import type { ReadFacts } from '../contract/source-facts.ts';
import { startThread, type Thread } from './parallel/start-thread.ts';
import type { SourcesTask } from './read-sources.ts';

/** A thread that reads the sources of contracts, its parsers loading from now on. `bundle`: the folder of the program. */
export const sourceThread = (bundle: string): Thread<SourcesTask, readonly ReadFacts[]> =>
  startThread({ file: join(bundle, 'workers/sources.js'), init: undefined });
