import type { ScenarioDocument, ScenarioIncident } from './generated/types.ts';

/** An incident of a drill; one that is alone has no name. */
export type DrillIncident = Omit<ScenarioIncident, 'id'> & { readonly id: string | undefined };

/** The incidents of a drill. The schema demands either a list of them or the runbook of the only one. */
export function incidentsOf({ incidents, runbook, also = [] }: ScenarioDocument): DrillIncident[] {
  if (incidents) return incidents;
  if (runbook === undefined) throw new Error('a scenario without an incident has passed its schema');
  return [{ id: undefined, runbook, also }];
}
