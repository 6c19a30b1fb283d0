import { parentPort, workerData } from 'node:worker_threads';

/** The other end of `inParallel`: makes its player once, then answers each task with its result. */
export function serve<Init, Task, Result>(playerOf: (init: Init) => (task: Task) => Result): void {
  const play = playerOf(workerData as Init);
  parentPort?.on('message', (task: Task) => {
    parentPort?.postMessage(play(task));
  });
}
