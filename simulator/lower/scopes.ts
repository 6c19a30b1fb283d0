import { inIncident } from '../incident-name.ts';
import { type Builder, builderOver, emptyDraft } from './builder.ts';

/** One machine in the making, seen by the world and by each of its incidents. */
export interface Scopes {
  /** What incidents share, by its bare name; its windows stay open until the last incident is closed. */
  readonly world: Builder;
  of(incident: string | undefined): Builder;
}

/** People are busy and fail, and capabilities are lost, for every incident at once. */
const SHARED_STARTS = ['failed/', 'busy/', 'lost/', 'lost.', 'restored.', 'capability/'];

/**
 * Incidents have all names for themselves save those of people, of group seats, of capabilities, and of the monitors given here.
 * The one incident without a name has the whole machine.
 */
export function scopesFor(
  incidents: readonly (string | undefined)[],
  sharedMonitors: readonly string[],
): Scopes {
  const draft = emptyDraft();
  const starts = [...SHARED_STARTS, ...sharedMonitors.map((monitor) => `alert/${monitor}/`)];
  const signals = new Set(sharedMonitors.map((monitor) => `signal/${monitor}`));
  const isShared = (name: string): boolean =>
    signals.has(name) || starts.some((start) => name.startsWith(start));
  const closed = incidents.map((incident) => inIncident(incident, 'closed'));
  return {
    world: builderOver(draft, (name) => name, closed),
    of: (incident) =>
      builderOver(draft, (name) => (isShared(name) ? name : inIncident(incident, name)), [
        inIncident(incident, 'closed'),
      ]),
  };
}
