import { queueOf } from './queue.ts';
import { startThread, type Thread, type Work } from './start-thread.ts';

/** Each as good as any other to go on with. */
const ALIKE = (): string => '';

/**
 * Results in the order of the tasks, whatever number of threads there are and whichever is done first. A thread that fails is our
 * bug: its error comes out here, and the others end.
 */
export async function inParallel<Init, Task, Result>(
  work: Work<Init>,
  tasks: readonly Task[],
  threads: number,
  done: (count: number) => void,
  kindOf: (task: Task) => string = ALIKE,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = queueOf(tasks, kindOf);
  let count = 0;
  const runOn = async (thread: Thread<Task, Result>): Promise<void> => {
    const next = queue();
    for (let mine = next(); mine !== undefined; mine = next()) {
      results[mine] = await thread.ask(tasks[mine] as Task);
      done(++count);
    }
  };
  const running = Array.from({ length: Math.min(threads, tasks.length) }, () =>
    startThread<Init, Task, Result>(work),
  );
  try {
    await Promise.all(running.map(runOn));
    return results;
  } finally {
    await Promise.all(running.map((thread) => thread.end()));
  }
}
