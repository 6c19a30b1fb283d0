import type { Book } from '../../model/book.ts';
import { type Odds, splitmix32 } from '../choose/random.ts';
import { renderTrace } from '../compiled/render-trace.ts';
import { makeSimulator, type Outcome, type Simulate } from '../compiled/simulate.ts';
import type { Machine } from '../kernel/machine.ts';
import { lowerIncident } from '../lower/incident.ts';
import type { Run } from '../run/run.ts';
import { type Beginning, beginningsOf } from './beginnings.ts';

/** Chances of the runs of a campaign, as percentages from 0 to 100. */
export interface Chances {
  /** How often somebody misses his bound altogether. */
  readonly failurePercent: number;
  /** How often something happens that nobody is bound to do. */
  readonly freePercent: number;
}

/** Random incidents of one runbook, each told apart by its seed alone. */
export interface Incidents {
  readonly machine: Machine;
  /** How the incident of this seed begins. */
  beginningOf(seed: number): Beginning;
  play(seed: number): Outcome;
  /** The same run with its records and their reasons. */
  tell(seed: number): Run;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** What is free happens, if it does, within so long from when it can. */
const FREE_WITHIN = 4 * HOUR;

/** Whatever is promised for later than this is seen as still open. */
const LONGEST = 60 * DAY;

/** So that the beginning is not drawn from the numbers that the run itself draws. */
const ANOTHER_STREAM = 0x5bd1e995;

/** Prepares random incidents; `adapt` may add to the machine what does not change its moves. */
export function incidentsOf(
  book: Book,
  runbook: string,
  { failurePercent, freePercent }: Chances,
  adapt: (machine: Machine) => Machine = (machine) => machine,
): Incidents {
  const machine = adapt(lowerIncident(book, { runbook }));
  const grains = (seconds: number): number => Math.ceil(seconds / machine.grain);
  const beginnings = beginningsOf(book, runbook);
  const free = freePercent > 0 ? { free: { percent: freePercent, within: grains(FREE_WITHIN) } } : {};
  const simulators = beginnings.map((begins): (() => Simulate) => {
    const odds: Odds = { failurePercent, begins, ...free };
    let made: Simulate | undefined;
    return () => (made ??= makeSimulator(machine, odds, { until: 'drained', horizon: grains(LONGEST) }));
  });
  const drawn = (seed: number): number => splitmix32(seed ^ ANOTHER_STREAM)() % beginnings.length;
  const play = (seed: number): Outcome => {
    const simulate = simulators[drawn(seed)];
    if (!simulate) throw new Error(`nothing begins an incident of ${runbook}`);
    return simulate()(seed);
  };
  return {
    machine,
    beginningOf: (seed) => beginnings[drawn(seed)] as Beginning,
    play,
    tell: (seed) => renderTrace(machine, play(seed)),
  };
}
