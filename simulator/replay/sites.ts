import { splitIncident } from '../incident-name.ts';
import type { Machine } from '../kernel/machine.ts';

/** The sites of a machine, as a scenario may name them. */
export interface Sites {
  /** By its whole name. */
  has(site: string): boolean;
  /** The incidents that have a site of this name for themselves. */
  incidentsWith(site: string): readonly string[];
}

export function sitesOf({ windows }: Machine): Sites {
  const all = new Set(windows.map(({ site }) => site));
  const whose = new Map<string, string[]>();
  for (const site of all) {
    const { incident, name } = splitIncident(site);
    if (incident !== undefined) whose.set(name, [...(whose.get(name) ?? []), incident]);
  }
  return { has: (site) => all.has(site), incidentsWith: (site) => whose.get(site) ?? [] };
}
