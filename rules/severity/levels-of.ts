import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { leadersOf } from '../procedure/handovers.ts';
import { outcomesOf } from '../procedure/placed-steps.ts';

/** The levels at which an incident may begin with this runbook, by what the runbook itself says; empty: it says nothing. */
export function ownLevels({ severity }: Pick<RunbookDocument, 'severity'>): string[] {
  const said = [
    ...(severity?.always ? [severity.always] : []),
    ...(severity?.decide ?? []).map(({ is }) => is),
    ...(severity?.otherwise ? [severity.otherwise] : []),
  ];
  return [...new Set(said)];
}

/**
 * Every level at which a runbook may be worked on: those it may begin with, those an incident can be raised to from there,
 * and those of the runbooks that lead to it. Empty when it leaves its severity open.
 */
export function levelsIn(book: Book): (runbook: Entity<RunbookDocument>) => ReadonlySet<string> {
  const order = [...book.severities.keys()];
  const leaders = leadersOf(book);
  return (runbook) => {
    const before = (leaders.get(runbook.id) ?? []).map((id) => ownLevels(book.runbooks.get(id) ?? {}));
    const own = ownLevels(runbook);
    if (own.length === 0 || decidesNothing(runbook) || before.some((levels) => levels.length === 0))
      return new Set();
    const levels = new Set([...own, ...before.flat(), ...raisesOf(book, runbook)]);
    return new Set(order.filter((level) => levels.has(level)));
  };
}

const decidesNothing = ({ severity }: RunbookDocument) =>
  severity?.always === undefined && severity?.otherwise === undefined;

/** Levels that a rule or a step may raise the incident to while this runbook is open. */
export function raisesOf(book: Book, runbook: Entity<RunbookDocument>): string[] {
  const steps = runbook.phases.flatMap((phase) => phase.steps);
  return [
    ...book.raises.flatMap((raise) =>
      raise.runbook === undefined || raise.runbook === runbook.id ? [raise.to] : [],
    ),
    ...steps.flatMap((step) =>
      [step.raises ?? [], outcomesOf(step).flatMap(([, { raises }]) => raises ?? [])].flat(),
    ),
    ...Object.values(runbook.causes?.values ?? {}).flatMap(({ raises }) => raises ?? []),
  ];
}
