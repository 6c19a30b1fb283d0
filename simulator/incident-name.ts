/** What belongs to one of several incidents is named for it: `api: step/confirm-scope`. A single incident names nothing. */
export const inIncident = (incident: string | undefined, name: string): string =>
  incident === undefined ? name : `${incident}: ${name}`;

/** A name of a machine, and the incident that it belongs to. */
export interface IncidentName {
  readonly incident?: string;
  readonly name: string;
}

/** No name of one incident alone has a colon with a space after its first word. */
const NAMED = /^([a-z0-9]+(?:-[a-z0-9]+)*): (.+)$/s;

export function splitIncident(full: string): IncidentName {
  const [, incident, name] = NAMED.exec(full) ?? [];
  return incident === undefined || name === undefined ? { name: full } : { incident, name };
}

/** The variables of a machine that say an incident is closed: one an incident. */
export const closedFlags = ({
  variables,
}: {
  readonly variables: readonly { readonly name: string }[];
}): number[] =>
  variables.flatMap(({ name }, index) => (splitIncident(name).name === 'closed' ? [index] : []));
