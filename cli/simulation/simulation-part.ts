import type { RunbookTally } from '../../simulator/campaign/tally.ts';
import { joinTallies } from '../../simulator/campaign/tally.ts';
import type { Part } from '../parts/part.ts';

/** What `simulate --json` prints and `--out` writes, see schemas/reports/. */
export type SimulationPart = Part<'simulation', SimulationResult>;

export interface SimulationResult {
  /** One a runbook, in the order of the books. */
  readonly runbooks: readonly RunbookTally[];
}

/** Parts with the same runbooks in the same order, earlier runs first. */
export const joinSimulations = (parts: readonly SimulationResult[]): SimulationResult => ({
  runbooks: (parts[0]?.runbooks ?? []).map((_, place) =>
    parts.map(({ runbooks }) => runbooks[place] as RunbookTally).reduce(joinTallies),
  ),
});
