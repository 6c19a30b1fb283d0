import type { Book, Entity } from '../../model/book.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';
import { failuresOf, machineBegun, playScenario } from '../../simulator/replay/replay.ts';
import type { Killed } from '../fate.ts';
import type { Mutant } from '../mutant.ts';
import { type Reading, readingOf, touches } from '../reads/reading.ts';
import { changedParts } from './changed-parts.ts';
import { type Incidents, incidentsOfDrill, type Lowerings, type MutantMachines } from './lowerings.ts';

interface Drill {
  readonly id: string;
  readonly incidents: Incidents;
  /** Files of the runbooks that it plays. */
  readonly files: ReadonlySet<string | undefined>;
  readonly before: Reading<Played>;
}

interface Played {
  readonly failures: ReadonlySet<string>;
  /** Names of the sites that something was done at, and of the events that happened. */
  readonly seen: ReadonlySet<string>;
}

/** What the drills of a book say to a mutant of it. */
export interface DrillsSay {
  /** The first drill that goes otherwise than before, against its expectations. */
  readonly killed?: Killed;
  /** The first drill that comes by what was changed, and an event or site of that by which it comes. */
  readonly exercised?: { readonly drill: string; readonly by: string } | undefined;
}

export interface Tried {
  readonly mutant: Mutant;
  readonly book: Book;
  readonly machines: MutantMachines;
  /** Names of the nodes that differ. */
  readonly changed: ReadonlySet<string>;
}

export type DrillsWatch = (tried: Tried) => DrillsSay;

export function drillsWatch(book: Book, lowered: Lowerings): DrillsWatch {
  const drills = [...book.scenarios.values()].map((scenario): Drill => {
    const incidents = incidentsOfDrill(scenario);
    const machine = lowered.before(incidents);
    return {
      id: scenario.id,
      incidents,
      files: new Set(incidents.map(({ runbook }) => book.runbooks.get(runbook)?.at.file)),
      before: readingOf(book, (each) => play(each, scenario, machine)),
    };
  });
  return ({ mutant: { file }, book: mutated, machines, changed }) => {
    const touched = drills.filter(
      ({ incidents, before }) => lowered.touched(incidents, changed) || touches(before.reads, changed),
    );
    const differing: Drill[] = [];
    for (const drill of likeliestFirst(touched, file, machines)) {
      const found = machines.changed(drill.incidents);
      // A policy is mutated, never a drill: where the machine is the same, so is the run, unless its calendar is another one.
      if (!found && !touches(drill.before.reads, changed)) continue;
      differing.push(drill);
      const scenario = mutated.scenarios.get(drill.id) as Entity<ScenarioDocument>;
      const machine = found?.after ?? lowered.before(drill.incidents);
      const message = failureOf(mutated, scenario, machine, drill.before.result);
      if (message !== undefined)
        return { killed: { kind: 'killed', by: { kind: 'drill', scenario: drill.id }, message } };
    }
    return { exercised: firstExercised(differing, machines) };
  };
}

/** Those that come by what was changed before those that do not, and of these the drills of the procedure that was edited first. */
function likeliestFirst(touched: readonly Drill[], file: string, machines: MutantMachines): Drill[] {
  const one = touched.find(({ incidents }) => machines.changed(incidents) !== undefined);
  const found = one && machines.changed(one.incidents);
  const names = found ? namesOf(found) : [];
  const rank = ({ files, before }: Drill): number =>
    (names.some((name) => before.result.seen.has(name)) ? 0 : 2) + (files.has(file) ? 0 : 1);
  const ranked = touched.map((drill) => ({ drill, rank: rank(drill) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ drill }) => drill);
}

/** The first drill that comes by what was changed. */
function firstExercised(drills: readonly Drill[], machines: MutantMachines): DrillsSay['exercised'] {
  const names = new Map<string, readonly string[]>();
  for (const { id, incidents, before } of drills) {
    const key = JSON.stringify(incidents);
    const found = names.has(key) ? undefined : machines.changed(incidents);
    if (found) names.set(key, namesOf(found));
    const by = names.get(key)?.find((name) => before.result.seen.has(name));
    if (by !== undefined) return { drill: id, by };
  }
  return undefined;
}

function namesOf({ before, after }: { readonly before: Machine; readonly after: Machine }): string[] {
  const { sites, events } = changedParts(before, after);
  return [...events, ...sites];
}

function play(book: Book, scenario: Entity<ScenarioDocument>, machine: Machine): Played {
  const { run, script } = playScenario(book, scenario, undefined, machineBegun(machine, scenario));
  return {
    failures: new Set(failuresOf(scenario, run, script).map(({ message }) => message)),
    seen: new Set(run.records.flatMap(({ event, site }) => (site === undefined ? [event] : [event, site]))),
  };
}

function failureOf(
  book: Book,
  scenario: Entity<ScenarioDocument>,
  machine: Machine,
  before: Played,
): string | undefined {
  const { run, script } = playScenario(book, scenario, undefined, machineBegun(machine, scenario));
  return failuresOf(scenario, run, script).find(({ message }) => !before.failures.has(message))?.message;
}
