import type { Chances } from '../../simulator/campaign/incidents.ts';
import type { ChosenRunbook } from '../choose-runbooks.ts';
import { DEFAULT_CHANCES, type SimulationOptions } from './simulation-words.ts';

/** What a campaign is asked for. */
export interface SimulationAsked {
  readonly chosen: readonly ChosenRunbook[];
  readonly chances: Chances;
  readonly seed: number;
  readonly runs: number;
}

/** What the result depends on, and the command that asks for it without its shard. */
export function simulationCommand(
  { chosen, chances, seed, runs }: SimulationAsked,
  book: string | undefined,
  named: readonly string[],
): { readonly options: SimulationOptions & Record<string, unknown>; readonly command: string } {
  const flags = [
    ...(book === undefined ? [] : [`--book ${book}`]),
    `--runs ${runs}`,
    `--seed ${seed}`,
    ...(chances.failurePercent === DEFAULT_CHANCES.failurePercent
      ? []
      : [`--failure-percent ${chances.failurePercent}`]),
    ...(chances.freePercent === DEFAULT_CHANCES.freePercent ? [] : [`--free-percent ${chances.freePercent}`]),
  ];
  return {
    options: {
      runbooks: chosen.map(({ book: { id }, runbook }) => `${id}/${runbook.id}`),
      runs,
      seed,
      ...chances,
    },
    command: ['drillbook simulate', ...named.map(quoted), ...flags].join(' '),
  };
}

/** A word as a shell takes it. */
export const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
