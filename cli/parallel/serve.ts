import { parentPort, workerData } from 'node:worker_threads';

/** The other end of `startThread`: makes its player once, then answers each task with its result. */
export function serve<Init, Task, Result>(
  playerOf: (init: Init) => (task: Task) => Result | Promise<Result>,
): void {
  const play = playerOf(workerData as Init);
  parentPort?.on('message', async (task: Task) => {
    parentPort?.postMessage(await play(task));
  });
}
