import type { Breaking } from '../../simulator/campaign/tally.ts';
import { counted } from '../reporters/counted.ts';
import type { SimulationPart } from './simulation-part.ts';

/** What a campaign was asked for, as it stands in its origin. */
export interface SimulationOptions {
  readonly runs: number;
  readonly seed: number;
  readonly failurePercent: number;
  readonly freePercent: number;
  /** Book and runbook, each with a slash between. */
  readonly runbooks: readonly string[];
}

export const optionsOf = ({ origin }: SimulationPart): SimulationOptions =>
  origin.options as unknown as SimulationOptions;

/** What was played, in one line. */
export function playedWords(part: SimulationPart): string {
  const { runs, seed, failurePercent, freePercent, runbooks } = optionsOf(part);
  const each = runbooks.length === 1 ? '' : ` of each of ${runbooks.length} runbooks`;
  const shard = part.shard.of === 1 ? '' : `, part ${part.shard.index} of ${part.shard.of}`;
  return `${counted(runs, 'random incident')}${each}, seeds ${seed} to ${seed + runs - 1}${shard}; ${failurePercent} % of all bounds are missed, ${freePercent} % of what is free happens`;
}

/** The command that tells the run of a seed minute by minute. */
export function tellCommand(part: SimulationPart, book: string, runbook: string, seed: number): string {
  const { failurePercent, freePercent } = optionsOf(part);
  const chances = [
    ...(failurePercent === DEFAULT_CHANCES.failurePercent ? [] : [`--failure-percent ${failurePercent}`]),
    ...(freePercent === DEFAULT_CHANCES.freePercent ? [] : [`--free-percent ${freePercent}`]),
  ];
  return [
    'drillbook simulate',
    runbook,
    `--book ${book}`,
    ...chances,
    `--seed ${seed} --runs 1 --timeline`,
  ].join(' ');
}

export const DEFAULT_CHANCES = { failurePercent: 2, freePercent: 5 } as const;

export const lateWords = ({ late }: Breaking): string =>
  late === 0 ? 'nobody' : late === 1 ? '1 person' : `${late} people`;

/** A share with one digit, but 0 % and 100 % only where they are exact. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '';
  if (part === whole) return '100 %';
  const share = (100 * part) / whole;
  return `${(part > 0 && share < 0.1 ? 0.1 : share > 99.9 ? 99.9 : share).toFixed(1)} %`;
}
