import type { Book, Entity } from '../../model/book.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';
import { ConsequencesDoNotSettle } from '../../simulator/kernel/moves.ts';
import { machineOfDrill, replay } from '../../simulator/replay/replay.ts';
import { InstantDoesNotEnd } from '../../simulator/run/run.ts';
import type { Killed } from '../fate.ts';
import type { Mutant } from '../mutant.ts';
import { type Reading, readingOf, touches } from '../reads/reading.ts';
import { changedParts } from './changed-parts.ts';
import { machineText } from './machine-text.ts';

interface Drill {
  readonly id: string;
  /** Of the runbook that it plays. */
  readonly file: string | undefined;
  readonly before: Reading<Played>;
}

interface Played {
  readonly machine: Machine;
  readonly text: string;
  readonly failures: ReadonlySet<string>;
  /** Names of the sites that something was done at, and of the events that happened. */
  readonly seen: ReadonlySet<string>;
}

/** What the drills of a book say to a mutant of it. */
export interface DrillsSay {
  /** The first drill that goes otherwise than before, against its expectations. */
  readonly killed?: Killed;
  /** Drills that come by what was changed, and an event or site of that by which they come. */
  readonly exercised: readonly { readonly drill: string; readonly by: string }[];
}

export type DrillsWatch = (mutant: Mutant, mutated: Book, changed: ReadonlySet<string>) => DrillsSay;

export function drillsWatch(book: Book): DrillsWatch {
  const drills = [...book.scenarios.values()].map(
    ({ id, runbook }): Drill => ({
      id,
      file: runbook === undefined ? undefined : book.runbooks.get(runbook)?.at.file,
      before: readingOf(book, (each) => play(each, each.scenarios.get(id) as Entity<ScenarioDocument>)),
    }),
  );
  return ({ file }, mutated, changed) => {
    const touched = drills.filter(({ before }) => touches(before.reads, changed));
    // Those of the procedure that was changed come first: they are the likeliest to mind.
    const sorted = [
      ...touched.filter((each) => each.file === file),
      ...touched.filter((each) => each.file !== file),
    ];
    const exercised: { drill: string; by: string }[] = [];
    for (const { id, before } of sorted) {
      const scenario = mutated.scenarios.get(id) as Entity<ScenarioDocument>;
      const machine = machineOfDrill(mutated, scenario);
      // A policy is mutated, never a drill: where the machine is the same, so is the run.
      if (machineText(machine) === before.result.text) continue;
      const message = failureOf(mutated, scenario, machine, before.result);
      if (message !== undefined)
        return { killed: { kind: 'killed', by: { kind: 'drill', scenario: id }, message }, exercised };
      const { sites, events } = changedParts(before.result.machine, machine);
      const by = [...events, ...sites].find((name) => before.result.seen.has(name));
      if (by !== undefined) exercised.push({ drill: id, by });
    }
    return { exercised };
  };
}

function play(book: Book, scenario: Entity<ScenarioDocument>): Played {
  const machine = machineOfDrill(book, scenario);
  const { failures, run } = replay(book, scenario, machine);
  return {
    machine,
    text: machineText(machine),
    failures: new Set(failures.map(({ message }) => message)),
    seen: new Set(run.records.flatMap(({ event, site }) => (site === undefined ? [event] : [event, site]))),
  };
}

function failureOf(
  book: Book,
  scenario: Entity<ScenarioDocument>,
  machine: Machine,
  before: Played,
): string | undefined {
  try {
    const { failures } = replay(book, scenario, machine);
    return failures.find(({ message }) => !before.failures.has(message))?.message;
  } catch (error) {
    if (error instanceof ConsequencesDoNotSettle || error instanceof InstantDoesNotEnd) return error.message;
    throw error;
  }
}
