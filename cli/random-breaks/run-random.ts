import type { IsoDate } from '../../model/generated/types.ts';
import type { ProofTask } from '../../simulator/proofs/proof-tasks.ts';
import { inParallel } from '../parallel/in-parallel.ts';
import type { Progress } from '../progress.ts';
import type { ToldWaiver } from '../proofs/told-waivers.ts';
import { type RandomInit, type RandomTask, randomPlayer } from './play-random.ts';
import { type RandomReport, type RandomRunbook, randomReport } from './random-report.ts';

export interface RandomRequest {
  readonly tasks: readonly ProofTask[];
  readonly init: RandomInit;
  readonly day: IsoDate;
  readonly waivers: readonly ToldWaiver[];
  readonly threads: number;
  /** The file of the bundle that threads run. */
  readonly worker: string;
}

/** Random incidents of each runbook; the result does not depend on the number of threads. */
export async function runRandom(request: RandomRequest, progress: Progress): Promise<RandomReport> {
  const { init, day, waivers, threads, worker } = request;
  const tasks = byRunbook(request.tasks);
  const said = (count: number) => progress.say(`playing: ${count} of ${tasks.length} runbooks are done`);
  const runbooks =
    threads === 1
      ? tasks.map(randomPlayer(init))
      : await inParallel<RandomInit, RandomTask, RandomRunbook>({ file: worker, init }, tasks, threads, said);
  progress.clear();
  return randomReport({ runs: init.runs, seed: init.seed, day }, runbooks, waivers);
}

function byRunbook(tasks: readonly ProofTask[]): RandomTask[] {
  const found = new Map<string, ProofTask[]>();
  for (const task of tasks) {
    const key = `${task.book} ${task.runbook}`;
    found.set(key, [...(found.get(key) ?? []), task]);
  }
  return [...found.values()].map((mine) => ({
    book: mine[0]?.book as string,
    runbook: mine[0]?.runbook as string,
    promises: mine.map(({ promise }) => promise),
  }));
}
