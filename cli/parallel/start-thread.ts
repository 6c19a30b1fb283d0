import { Worker } from 'node:worker_threads';

/** Work for threads: the file of the bundle that serves it, and what each thread is told first. */
export interface Work<Init> {
  readonly file: string;
  readonly init: Init;
}

/** A thread that answers one task at a time. While it has none it keeps no program from its end. */
export interface Thread<Task, Result> {
  /** Rejects when the thread fails, at work or before it: that is our bug. */
  ask(task: Task): Promise<Result>;
  end(): Promise<void>;
}

/** Models live for a moment and are large: with the usual 48 MB a tenth of the time goes into moving them about. */
const YOUNG_MB = 192;

export function startThread<Init, Task, Result>({ file, init }: Work<Init>): Thread<Task, Result> {
  const worker = new Worker(file, {
    workerData: init,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const failed = new Promise<never>((_, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('a worker thread ended before its work was done')));
  });
  failed.catch(() => undefined); // whoever asks is told
  worker.unref();
  let ending = false;
  return {
    ask: async (task) => {
      const answer = new Promise<Result>((resolve) => worker.once('message', resolve));
      worker.ref();
      worker.postMessage(task);
      const result = await Promise.race([answer, failed]);
      if (!ending) worker.unref();
      return result;
    },
    end: async () => {
      ending = true; // an answer that still comes must not let the program end before whoever waits here
      worker.ref();
      await worker.terminate();
    },
  };
}
