import type { ToldMutant } from '../../mutation/told-mutant.ts';
import type { Shard } from '../../simulator/campaign/seeds.ts';
import { partOf } from '../../simulator/proofs/proof-tasks.ts';
import { inParallel } from '../parallel/in-parallel.ts';
import type { Origin } from '../parts/part.ts';
import type { Progress } from '../progress.ts';
import type { ChosenMutant } from './choose-mutants.ts';
import { type MutationInit, type MutationTask, mutationPlayer } from './judge-task.ts';
import { type MutationPart, mutationResult } from './mutation-part.ts';
import type { MutationAsked } from './settle-slips.ts';

/** Mutants that a thread judges at a time: neighbours, for which the same proofs of the book as it is are needed. */
const TOGETHER = 24;

export interface MutationRequest {
  readonly chosen: readonly ChosenMutant[];
  readonly asked: MutationAsked;
  readonly init: MutationInit;
  readonly shard: Shard;
  readonly threads: number;
  /** The file of the bundle that threads run. */
  readonly worker: string;
  readonly origin: Origin;
  readonly command: string;
}

/** Judges one part of the mutants; the result does not depend on the number of threads. */
export async function runMutation(request: MutationRequest, progress: Progress): Promise<MutationPart> {
  const { asked, init, shard, threads, worker, origin, command } = request;
  const tasks = tasksOf(partOf(request.chosen, shard));
  const said = (count: number) => progress.say(`mutating: ${count} of ${tasks.length} batches are judged`);
  const told =
    threads === 1
      ? inTurn(init, tasks, said)
      : await inParallel<MutationInit, MutationTask, ToldMutant[]>(
          { file: worker, init },
          tasks,
          threads,
          said,
        );
  progress.clear();
  return {
    version: 1,
    kind: 'mutation',
    origin,
    shard,
    command,
    result: mutationResult(told.flat(), asked, shard.of === 1),
  };
}

function tasksOf(chosen: readonly ChosenMutant[]): MutationTask[] {
  const books = [...new Set(chosen.map(({ book }) => book))];
  return books.flatMap((book) => {
    const mine = chosen.filter((each) => each.book === book).map(({ fingerprint }) => fingerprint);
    return Array.from({ length: Math.ceil(mine.length / TOGETHER) }, (_, place) => ({
      book,
      mutants: mine.slice(place * TOGETHER, (place + 1) * TOGETHER),
    }));
  });
}

function inTurn(
  init: MutationInit,
  tasks: readonly MutationTask[],
  said: (count: number) => void,
): ToldMutant[][] {
  const play = mutationPlayer(init);
  return tasks.map((task, place) => {
    said(place);
    return play(task);
  });
}
