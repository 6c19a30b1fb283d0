import type { Book, Entity } from '../../model/book.ts';
import { parseInstant } from '../../model/calendar.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import { incidentsOf } from '../../model/scenario-incidents.ts';
import type { Machine } from '../kernel/machine.ts';
import { beginWith } from '../lower/beginning.ts';
import { lowerIncidents } from '../lower/incident.ts';
import { type Run, type RunOptions, run } from '../run/run.ts';
import { writeTrace } from '../run/trace.ts';
import { judge } from './expectations.ts';
import type { Failure } from './failure.ts';
import { type PromiseReport, promiseReports } from './promises.ts';
import { type Script, scriptOf } from './script.ts';

/** Whatever a scenario says, a replay ends after this long: the longest deadline of a review, twice. */
const LONGEST = 60 * 86_400;

/** A drill that was played: what happened, what became of each promise, and which expectations it failed. */
export interface Replay {
  readonly scenario: Entity<ScenarioDocument>;
  readonly run: Run;
  readonly promises: readonly PromiseReport[];
  readonly failures: readonly Failure[];
  /** JSON Lines. */
  readonly trace: string;
}

/** The machine that a scenario is played on, at a grain of one second. */
export const machineOfDrill = (book: Book, scenario: Entity<ScenarioDocument>): Machine =>
  machineBegun(lowerIncidents(book, incidentsOf(scenario), { grain: 1 }), scenario);

/** The machine of the incidents of a scenario, begun as the scenario says. */
export const machineBegun = (machine: Machine, scenario: ScenarioDocument): Machine =>
  beginWith(machine, incidentsOf(scenario), {
    facts: scenario.world?.facts ?? [],
    lost: scenario.world?.lost ?? [],
    notes: scenario.injects.map(({ text }) => text ?? ''),
  });

/** Plays one scenario of a book and judges it. */
export function replay(
  book: Book,
  scenario: Entity<ScenarioDocument>,
  machine: Machine = machineOfDrill(book, scenario),
): Replay {
  const { run: played, script } = playScenario(book, scenario, undefined, machine);
  return {
    scenario,
    run: played,
    promises: promiseReports(played),
    failures: failuresOf(scenario, played, script),
    trace: writeTrace({ book: book.id, scenario: scenario.id, starts: scenario.starts }, played.records),
  };
}

/** What a run of the scenario did against what it says. */
export const failuresOf = (scenario: Entity<ScenarioDocument>, played: Run, script: Script): Failure[] => [
  ...stuckIn(scenario, played),
  ...script.misfits(),
  ...judge(scenario, played.records),
];

/** Records in which everything has been said that goes round in a run that is stuck. */
const ROUND = 200;

function stuckIn({ at }: Entity<ScenarioDocument>, { stuck, records }: Run): Failure[] {
  if (stuck === undefined) return [];
  const sites = [...new Set(records.slice(-ROUND).flatMap(({ site }) => site ?? []))];
  const round =
    sites.length === 0 ? '' : ` (${sites.join(', ')}); give one of them an answer that takes time`;
  return [{ at, message: `the drill cannot go on: ${stuck}${round}` }];
}

/** The run alone; `adapt` may add to the machine what does not change its moves. */
export function playScenario(
  book: Book,
  scenario: Entity<ScenarioDocument>,
  adapt: (machine: Machine) => Machine = (same) => same,
  machine: Machine = machineOfDrill(book, scenario),
): { readonly run: Run; readonly script: Script } {
  const script = scriptOf(scenario, machine);
  return { run: run(adapt(machine), script.chooser, runOptionsOf(book, scenario)), script };
}

/** When the run of a scenario begins, and when it ends. */
export function runOptionsOf(book: Book, { starts, ends }: ScenarioDocument): RunOptions {
  const timed = ends !== 'closed' && ends !== 'drained';
  return {
    until: ends === 'closed' ? 'closed' : 'drained',
    horizon: timed ? parseSeconds(ends) : LONGEST,
    calendar: { starts: parseInstant(starts), business: book.manifest.calendar },
  };
}
