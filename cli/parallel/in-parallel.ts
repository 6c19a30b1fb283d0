import { Worker } from 'node:worker_threads';

/** Work for threads: the file of the bundle that serves it, and what each thread is told first. */
export interface Work<Init> {
  readonly file: string;
  readonly init: Init;
}

/**
 * Results in the order of the tasks, whatever number of threads there are and whichever is done first. A thread that fails is our
 * bug: its error comes out here, and the others end.
 */
export async function inParallel<Init, Task, Result>(
  { file, init }: Work<Init>,
  tasks: readonly Task[],
  threads: number,
  done: (count: number) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let count = 0;
  const workers = Array.from(
    { length: Math.min(threads, tasks.length) },
    () => new Worker(file, { workerData: init }),
  );
  const runOn = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let mine = -1;
      const give = (): void => {
        mine = next++;
        if (mine >= tasks.length) resolve();
        else worker.postMessage(tasks[mine]);
      };
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('a worker thread ended before its work was done')));
      worker.on('message', (result: Result) => {
        results[mine] = result;
        done(++count);
        give();
      });
      give();
    });
  try {
    await Promise.all(workers.map(runOn));
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
