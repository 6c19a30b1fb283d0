import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { leadsTo, outcomesOf } from './placed-steps.ts';

/** Facts that may come true whatever this runbook does: by the world, monitors, controls, raises and other open runbooks. */
export function outsideFacts(book: Book, runbook: Entity<RunbookDocument>): Set<string> {
  const near = [...book.runbooks.values()].filter(
    (other) =>
      other.id !== runbook.id &&
      (other.id === runbook.inherits ||
        other.inherits === runbook.id ||
        leadsTo(other).includes(runbook.id) ||
        leadsTo(runbook).includes(other.id)),
  );
  return new Set([
    ...book.facts.keys(),
    ...(runbook.gives ?? []),
    ...[...book.monitors.values()].flatMap(({ thresholds }) =>
      Object.values(thresholds).flatMap(({ sets }) => sets ?? []),
    ),
    ...[...book.controls.values()].flatMap(({ sets, ends }) => [...(sets ?? []), ...(ends?.sets ?? [])]),
    ...book.raises.flatMap(({ sets }) => sets ?? []),
    ...near.flatMap((other) => [...(other.gives ?? []), ...factsOf(book, other)]),
  ]);
}

/** Everything that some step of a runbook can make true. */
export const factsOf = (book: Book, { phases }: RunbookDocument): string[] =>
  phases.flatMap(({ steps }) =>
    steps.flatMap((step) => [
      ...(step.produces ?? []),
      ...outcomesOf(step).flatMap(([, { produces }]) => produces ?? []),
      ...((step.authority && book.authorities.get(step.authority)?.produces) || []),
    ]),
  );
