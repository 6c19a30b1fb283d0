import { piecesOf, rangeOf, type Shard } from '../../simulator/campaign/seeds.ts';
import { joinTallies, type RunbookTally } from '../../simulator/campaign/tally.ts';
import type { ChosenRunbook } from '../choose-runbooks.ts';
import { inParallel } from '../parallel/in-parallel.ts';
import type { Origin } from '../parts/part.ts';
import type { Progress } from '../progress.ts';
import { type SimulationInit, type SimulationTask, simulationPlayer } from './play-task.ts';
import type { SimulationPart } from './simulation-part.ts';

/** Fewer runs at a time would compile more often than they play. */
const RUNS_PER_TASK = 5000;

export interface SimulationRequest {
  readonly chosen: readonly ChosenRunbook[];
  readonly init: SimulationInit;
  readonly runs: number;
  readonly shard: Shard;
  readonly threads: number;
  /** The file of the bundle that threads run. */
  readonly worker: string;
  readonly origin: Origin;
  readonly command: string;
}

/** Plays one part of a campaign; its result does not depend on the number of threads. */
export async function runSimulation(request: SimulationRequest, progress: Progress): Promise<SimulationPart> {
  const { chosen, init, runs, shard, threads, worker, origin, command } = request;
  const range = rangeOf(runs, shard);
  // A part without runs still lists the promises.
  const pieces = range.from === range.to ? [range] : piecesOf(range, RUNS_PER_TASK);
  const tasks = chosen.flatMap(({ book, runbook }) =>
    pieces.map((piece): SimulationTask => ({ book: book.id, runbook: runbook.id, range: piece })),
  );
  const said = (count: number) => progress.say(`playing: ${count} of ${tasks.length} parts are done`);
  const tallies =
    threads === 1
      ? inTurn(simulationPlayer(init), tasks, said)
      : await inParallel<SimulationInit, SimulationTask, RunbookTally>(
          { file: worker, init },
          tasks,
          threads,
          said,
        );
  progress.clear();
  const result = {
    runbooks: chosen.map((_, place) =>
      tallies.slice(place * pieces.length, (place + 1) * pieces.length).reduce(joinTallies),
    ),
  };
  return { version: 1, kind: 'simulation', origin, shard, command, result };
}

function inTurn<Task, Result>(
  play: (task: Task) => Result,
  tasks: readonly Task[],
  said: (count: number) => void,
): Result[] {
  return tasks.map((task, place) => {
    said(place);
    return play(task);
  });
}
