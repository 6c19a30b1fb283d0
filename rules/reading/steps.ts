import type { Book, Entity } from '../../model/book.ts';
import type { Phase, RunbookDocument, Step } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';

/** A step with the procedure and the phase that it stands in. */
export interface PlacedStep {
  readonly step: Step;
  readonly phase: Phase;
  readonly phaseIndex: number;
  readonly index: number;
  readonly runbook: Entity<RunbookDocument>;
  readonly at: At;
}

/** The steps of one procedure, phase by phase. */
export const stepsOf = (runbook: Entity<RunbookDocument>): PlacedStep[] =>
  runbook.phases.flatMap((phase, phaseIndex) =>
    phase.steps.map((step, index) => ({
      step,
      phase,
      phaseIndex,
      index,
      runbook,
      at: under(runbook.at, 'phases', phaseIndex, 'steps', index),
    })),
  );

export const allSteps = (book: Book): PlacedStep[] => [...book.runbooks.values()].flatMap(stepsOf);

/** A name for a step that is unique in its book. */
export const stepName = ({ step, runbook }: PlacedStep) => `${runbook.id}/${step.id}`;

/** The steps of the general procedures that this one follows, without those that it carries out in its own way. */
export function inheritedSteps(book: Book, runbook: Entity<RunbookDocument>): PlacedStep[] {
  const general = runbook.inherits === undefined ? undefined : book.runbooks.get(runbook.inherits);
  if (!general) return [];
  const covered = new Set(stepsOf(runbook).flatMap(({ step }) => step.covers ?? []));
  return [...inheritedSteps(book, general), ...stepsOf(general)].filter(({ step }) => !covered.has(step.id));
}
