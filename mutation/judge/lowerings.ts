import type { Book } from '../../model/book.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import { type DrillIncident, incidentsOf } from '../../model/scenario-incidents.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';
import { lowerIncidents } from '../../simulator/lower/incident.ts';
import { type Reading, readingOf, touches } from '../reads/reading.ts';
import { machineText } from './machine-text.ts';

/** Incidents that a machine is made for, without what a drill adds: a starting world and words of the facilitator. */
export type Incidents = readonly DrillIncident[];

export const incidentOfRunbook = (runbook: string): Incidents => [{ id: undefined, runbook, also: [] }];

export const incidentsOfDrill = (scenario: ScenarioDocument): Incidents => incidentsOf(scenario);

/** A machine, and itself as text. */
export interface Lowered {
  readonly machine: Machine;
  readonly text: string;
}

/** Machines of one mutant beside those of the book; each is made once, when it is asked for. */
export interface MutantMachines {
  /** Undefined when it is the very same machine: so is then every machine with the same incidents and any starting world. */
  changed(incidents: Incidents): { readonly before: Machine; readonly after: Machine } | undefined;
}

export interface Lowerings {
  /** The machine of the book as it is. */
  before(incidents: Incidents): Machine;
  of(mutated: Book, changed: ReadonlySet<string>): MutantMachines;
  /** Whether the machine depends on something that was changed. */
  touched(incidents: Incidents, changed: ReadonlySet<string>): boolean;
}

export function lowerings(book: Book): Lowerings {
  const known = new Map<string, Reading<Lowered>>();
  const before = (incidents: Incidents): Reading<Lowered> => {
    const key = JSON.stringify(incidents);
    const found = known.get(key) ?? readingOf(book, (each) => lower(each, incidents));
    known.set(key, found);
    return found;
  };
  const touched: Lowerings['touched'] = (incidents, changed) => touches(before(incidents).reads, changed);
  return {
    before: (incidents) => before(incidents).result.machine,
    touched,
    of: (mutated, changed) => {
      const made = new Map<string, Lowered | undefined>();
      return {
        changed: (incidents) => {
          const key = JSON.stringify(incidents);
          const { result } = before(incidents);
          if (!made.has(key)) {
            const after = touched(incidents, changed) ? lower(mutated, incidents) : undefined;
            made.set(key, after?.text === result.text ? undefined : after);
          }
          const after = made.get(key);
          return after && { before: result.machine, after: after.machine };
        },
      };
    },
  };
}

function lower(book: Book, incidents: Incidents): Lowered {
  const machine = lowerIncidents(book, incidents, { grain: 1 });
  return { machine, text: machineText(machine) };
}
