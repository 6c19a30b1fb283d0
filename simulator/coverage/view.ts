import { splitIncident } from '../incident-name.ts';
import type { Machine } from '../kernel/machine.ts';

/** A part of a machine with the place that it has in the whole machine. */
export interface Placed<T> {
  readonly part: T;
  readonly index: number;
}

/** One incident of a machine, its names as if it were the only one; what incidents share is part of each. */
export interface View {
  readonly variables: ReadonlyMap<string, number>;
  readonly windows: readonly Placed<Machine['windows'][number]>[];
  readonly consequences: readonly Placed<Machine['consequences'][number]>[];
  readonly events: readonly Placed<Machine['events'][number]>[];
}

export function viewsOf(machine: Machine): View[] {
  const incidents = new Set(machine.variables.flatMap(({ name }) => splitIncident(name).incident ?? []));
  return (incidents.size === 0 ? [undefined] : [...incidents]).map((incident) =>
    viewOf(machine, incidents, incident),
  );
}

function viewOf(machine: Machine, incidents: ReadonlySet<string>, mine: string | undefined): View {
  /** undefined: it is another incident's. Only the names of incidents are taken away: others have colons of their own. */
  const bare = (full: string): string | undefined => {
    const { incident, name } = splitIncident(full);
    if (incident === undefined || !incidents.has(incident)) return full;
    return incident === mine ? name : undefined;
  };
  const placed = <T>(parts: readonly T[], nameOf: (part: T) => string, named: (part: T, name: string) => T) =>
    parts.flatMap((part, index): Placed<T>[] => {
      const name = bare(nameOf(part));
      return name === undefined ? [] : [{ part: name === nameOf(part) ? part : named(part, name), index }];
    });
  const ofName = (part: { readonly name: string }) => part.name;
  return {
    variables: new Map(
      placed(machine.variables, ofName, (part, name) => ({ ...part, name })).map(({ part, index }) => [
        part.name,
        index,
      ]),
    ),
    windows: placed(
      machine.windows,
      ({ site }) => site,
      (part, site) => ({ ...part, site }),
    ),
    consequences: placed(machine.consequences, ofName, (part, name) => ({ ...part, name })),
    events: placed(machine.events, ofName, (part, name) => ({ ...part, name })),
  };
}
