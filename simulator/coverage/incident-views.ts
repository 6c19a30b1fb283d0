import { splitIncident } from '../incident-name.ts';
import type { Machine } from '../kernel/machine.ts';

/** A machine as one of its incidents sees it, in its order: its own names plain, what is another's marked as such. */
export interface View {
  readonly machine: Machine;
  isForeign(name: string): boolean;
}

/** One view an incident; a machine of one incident is its own view. */
export function viewsOf(machine: Machine): View[] {
  const all = [...new Set(machine.variables.flatMap(({ name }) => splitIncident(name).incident ?? []))];
  if (all.length === 0) return [{ machine, isForeign: () => false }];
  const startsWith = (name: string, incident: string): boolean => name.startsWith(`${incident}: `);
  return all.map((own): View => {
    const plain = (name: string): string => (startsWith(name, own) ? name.slice(own.length + 2) : name);
    const named = <T extends { readonly name: string }>(each: T): T => ({ ...each, name: plain(each.name) });
    return {
      machine: {
        ...machine,
        variables: machine.variables.map(named),
        clocks: machine.clocks.map(named),
        events: machine.events.map(named),
        consequences: machine.consequences.map(named),
        windows: machine.windows.map((window) => ({ ...window, site: plain(window.site) })),
      },
      isForeign: (name) => all.some((other) => other !== own && startsWith(name, other)),
    };
  });
}
