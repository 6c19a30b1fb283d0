import { inIncident } from '../incident-name.ts';
import { all, type Guard, is, not } from '../kernel/guard.ts';
import type { Effect, Machine, Window } from '../kernel/machine.ts';
import { never } from '../kernel/simplify.ts';
import type { IncidentSeed } from '../lower/incident.ts';
import { relevance } from './cone/relevance.ts';

/** Capabilities that are up stay up. */
export const withoutOutages = (machine: Machine): Machine =>
  without(machine, ({ site }) => site.startsWith('capability/'));

/** Some windows never fire; all keep their places. */
export const without = (machine: Machine, shut: (window: Window) => boolean): Machine => ({
  ...machine,
  windows: machine.windows.map((window) => (shut(window) ? { ...window, when: never } : window)),
});

/**
 * The incident is the one of this runbook: what would declare an incident without opening the runbook only raises one that is
 * declared already. Whatever else may be declared is another incident, with its own proof.
 */
export function incidentOf(machine: Machine, { id, runbook }: IncidentSeed): Machine {
  const variable = (name: string) =>
    machine.variables.findIndex((each) => each.name === inIncident(id, name));
  const severity = variable('severity');
  const declares = writes(machine, severity);
  const opens = writes(machine, variable(`open/${runbook}`));
  const declared: Guard = not(is(severity, 0));
  const starts = ({ owner }: Window) => owner.kind === 'machine' || owner.kind === 'nature';
  return {
    ...machine,
    windows: machine.windows.map((window) =>
      starts(window) && any(window, declares) && !any(window, opens)
        ? { ...window, when: all(declared, window.when) }
        : window,
    ),
  };
}

const writes = (machine: Machine, variable: number) =>
  relevance(machine, { variables: new Set([variable]), clocks: new Set() });

const any = ({ alternatives }: Window, test: (effect: Effect) => boolean): boolean =>
  alternatives.some(({ effects }) => effects.some(test));
