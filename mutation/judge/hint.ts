import type { Changed } from './changed-parts.ts';
import type { DrillsSay } from './drills-watch.ts';

/** What would notice a slip that nothing has noticed. */
export function hintFor(
  runbook: string | undefined,
  changed: Changed | undefined,
  exercised: DrillsSay['exercised'],
): string {
  if (runbook === undefined || !changed)
    return 'no procedure reads this line: only a rule of `check` can guard it';
  const [promise] = changed.promises;
  if (promise !== undefined)
    return `the promise \`${promise}\` of \`${runbook}\` is another one: state an invariant that says the same`;
  if (exercised)
    return `the drill \`${exercised.drill}\` comes by \`${exercised.by}\`: expect it there, or state an invariant on it`;
  const what = [...changed.events, ...changed.sites][0] ?? '';
  return `no drill comes by \`${what}\`: play one of \`${runbook}\` that does, or state an invariant on it`;
}
