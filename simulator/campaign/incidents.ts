import type { Book } from '../../model/book.ts';
import { splitmix32 } from '../choose/random.ts';
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
  const [usual, ...others] = beginnings;
  let simulate: Simulate | undefined;
  const drawn = (seed: number): Beginning => {
    const begins = beginnings[splitmix32(seed ^ ANOTHER_STREAM)() % beginnings.length];
    if (!begins) throw new Error(`nothing begins an incident of ${runbook}`);
    return begins;
  };
  const play = (seed: number): Outcome => {
    simulate ??= makeSimulator(
      machine,
      { failurePercent, begins: usual as Beginning, ...free },
      { until: 'drained', horizon: grains(LONGEST) },
      others,
    );
    return simulate(seed, drawn(seed));
  };
  return {
    machine,
    beginningOf: drawn,
    play,
    tell: (seed) => renderTrace(machine, play(seed)),
  };
}
