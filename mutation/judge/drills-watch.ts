import type { Book, Entity } from '../../model/book.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import { ConsequencesDoNotSettle } from '../../simulator/kernel/moves.ts';
import type { Failure } from '../../simulator/replay/expectations.ts';
import { machineOfDrill, replay } from '../../simulator/replay/replay.ts';
import { InstantDoesNotEnd } from '../../simulator/run/run.ts';
import type { Fate } from '../fate.ts';
import { type Reading, readingOf, touches } from '../reads/reading.ts';
import { machineText } from './machine-text.ts';

interface Drill {
  readonly id: string;
  readonly before: Reading<Played>;
}

interface Played {
  readonly machine: string;
  readonly failures: ReadonlySet<string>;
  /** Names of the sites that something was done at, and of the events that happened. */
  readonly seen: ReadonlySet<string>;
}

export interface DrillsWatch {
  /** The first drill that goes otherwise than before, against its expectations. */
  notices(mutant: Book, changed: ReadonlySet<string>): Fate | undefined;
  /** Drills in which one of these sites or events comes. */
  passing(names: ReadonlySet<string>): string[];
}

export function drillsWatch(book: Book): DrillsWatch {
  const drills = [...book.scenarios.keys()].map(
    (id): Drill => ({
      id,
      before: readingOf(book, (each) => play(each, each.scenarios.get(id) as Entity<ScenarioDocument>)),
    }),
  );
  return {
    notices: (mutant, changed) => {
      for (const { id, before } of drills) {
        if (!touches(before.reads, changed)) continue;
        const message = failureOf(mutant, id, before.result);
        if (message !== undefined) return { kind: 'killed', by: { kind: 'drill', scenario: id }, message };
      }
      return undefined;
    },
    passing: (names) =>
      drills.flatMap(({ id, before }) =>
        [...names].some((name) => before.result.seen.has(name)) ? [id] : [],
      ),
  };
}

function play(book: Book, scenario: Entity<ScenarioDocument>): Played {
  const machine = machineOfDrill(book, scenario);
  const { failures, run } = replay(book, scenario, machine);
  return {
    machine: machineText(machine),
    failures: new Set(failures.map(failureKey)),
    seen: new Set(run.records.flatMap(({ event, site }) => (site === undefined ? [event] : [event, site]))),
  };
}

const failureKey = ({ message }: Failure): string => message;

/** A policy is mutated, never a drill: where the machine is the same, so is the run. */
function failureOf(mutant: Book, id: string, before: Played): string | undefined {
  const scenario = mutant.scenarios.get(id);
  if (!scenario) throw new Error(`the drill ${id} was there before`);
  const machine = machineOfDrill(mutant, scenario);
  if (machineText(machine) === before.machine) return undefined;
  try {
    return replay(mutant, scenario, machine).failures.find((each) => !before.failures.has(failureKey(each)))
      ?.message;
  } catch (error) {
    if (error instanceof ConsequencesDoNotSettle || error instanceof InstantDoesNotEnd) return error.message;
    throw error;
  }
}
