import type { Shard } from '../../simulator/campaign/seeds.ts';
import { incidentKeyOf, type ProofTask, partOf } from '../../simulator/proofs/proof-tasks.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { inParallel } from '../parallel/in-parallel.ts';
import type { Origin } from '../parts/part.ts';
import type { Progress } from '../progress.ts';
import { type ProofInit, proofPlayer } from './play-proof.ts';
import { type ProofsPart, resultOf } from './proofs-part.ts';
import type { Asked } from './settle.ts';

export interface ProofsRequest {
  readonly tasks: readonly ProofTask[];
  readonly asked: Asked;
  readonly init: ProofInit;
  readonly shard: Shard;
  readonly threads: number;
  /** The file of the bundle that threads run. */
  readonly worker: string;
  readonly origin: Origin;
  readonly command: string;
}

/** Proves one part of the tasks; the result does not depend on the number of threads. */
export async function runProofs(request: ProofsRequest, progress: Progress): Promise<ProofsPart> {
  const { asked, init, shard, threads, worker, origin, command } = request;
  const tasks = partOf(request.tasks, shard);
  const said = (count: number) => progress.say(`proving: ${count} of ${tasks.length} promises are done`);
  const proofs =
    threads === 1
      ? inTurn(init, tasks, said)
      : await inParallel<ProofInit, ProofTask, ToldProof>(
          { file: worker, init },
          tasks,
          threads,
          said,
          incidentKeyOf,
        );
  progress.clear();
  return {
    version: 1,
    kind: 'proofs',
    origin,
    shard,
    command,
    result: resultOf(proofs, asked, shard.of === 1),
  };
}

function inTurn(init: ProofInit, tasks: readonly ProofTask[], said: (count: number) => void): ToldProof[] {
  const play = proofPlayer(init);
  return tasks.map((task, place) => {
    said(place);
    return play(task);
  });
}
