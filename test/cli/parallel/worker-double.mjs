// A thread that answers with twice the number after `ms`, and fails for a negative one.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', async ({ number, ms = 0 }) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  if (number < 0) throw new Error('a negative number');
  parentPort.postMessage(2 * number);
});
