import type { PromiseTally, RunbookTally } from '../../simulator/campaign/tally.ts';
import type { ExitName } from '../exit-codes.ts';
import type { SimulationPart } from './simulation-part.ts';

/** A promise that broke in a run in which nobody was late before: people did all that the book assumes of them. */
export const breaksByItself = ({ cheapestBreak }: PromiseTally): boolean => cheapestBreak?.late === 0;

/** Promises of a runbook that broke with nobody late, and runs that the machine refused, are findings of the book. */
export const isSound = ({ promises, refused }: RunbookTally): boolean =>
  refused === 0 && !promises.some(breaksByItself);

/** A campaign in which nothing was played, or in which no promise was called on, has measured nothing. */
export function simulationExit({ result: { runbooks } }: SimulationPart): ExitName {
  const called = runbooks.some(({ promises }) => promises.some((promise) => promise.called > 0));
  if (runbooks.some((tally) => !isSound(tally))) return 'findings';
  return called ? 'ok' : 'nothingMeasured';
}
