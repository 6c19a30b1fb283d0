import { join } from 'node:path';
import type { Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import { type ContractWork, sourcesTask, vectorsTask } from './contract-work.ts';
import { askedOnce } from './parallel/asked-once.ts';
import { startThread, type Thread } from './parallel/start-thread.ts';

export interface ContractThreads extends ContractWork {
  /** Begins the work on contracts that will be asked for soon. Those that are not were work for nothing. */
  askAhead(root: string, contracts: readonly Entity<CodeContract>[]): void;
  end(): Promise<void>;
}

/** Two threads that work on contracts while this one reads books or plays drills. `bundle`: the folder of the program. */
export function contractThreads(bundle: string): ContractThreads {
  const started = <Task, Result>(name: string): Thread<Task, Result> =>
    startThread({ file: join(bundle, `workers/${name}.js`), init: undefined });
  const [sources, vectors] = [started<never, never>('sources'), started<never, never>('vectors')];
  const readSources: ContractWork['readSources'] = askedOnce(sources.ask);
  const runVectors: ContractWork['runVectors'] = askedOnce(vectors.ask);
  return {
    readSources,
    runVectors,
    askAhead(root, contracts) {
      if (contracts.length === 0) return;
      void readSources(sourcesTask(root, contracts));
      void runVectors(vectorsTask(root, contracts));
    },
    end: async () => void (await Promise.all([sources.end(), vectors.end()])),
  };
}
