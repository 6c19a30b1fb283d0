import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { type PlacedStep, placedSteps } from './placed-steps.ts';

export const allSteps = (book: Book): PlacedStep[] => [...book.runbooks.values()].flatMap(placedSteps);

/** A name for a step that is unique in its book. */
export const stepName = ({ step, runbook }: PlacedStep) => `${runbook.id}/${step.id}`;

/** The steps of the general procedures that this one follows, without those that it carries out in its own way. */
export function inheritedSteps(book: Book, runbook: Entity<RunbookDocument>): PlacedStep[] {
  const general = runbook.inherits === undefined ? undefined : book.runbooks.get(runbook.inherits);
  if (!general) return [];
  const covered = new Set(runbook.phases.flatMap(({ steps }) => steps.flatMap(({ covers }) => covers ?? [])));
  return [...inheritedSteps(book, general), ...placedSteps(general)].filter(
    ({ step }) => !covered.has(step.id),
  );
}
