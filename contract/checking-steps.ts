import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';

/** A step of a runbook that calls a check and branches on the code. */
export interface CheckingStep {
  readonly runbook: string;
  readonly step: string;
  readonly at: At;
  /** What the step branches on; undefined when it has no outcomes. */
  readonly branches: readonly string[] | undefined;
}

/** Every step of the book that calls the check of this name. */
export const checkingSteps = (book: Book, check: string): CheckingStep[] =>
  [...book.runbooks.values()].flatMap((runbook) =>
    stepsOf(runbook)
      .filter(({ step }) => step.check === check)
      .map(({ step, at }) => ({
        runbook: runbook.id,
        step: step.id,
        at,
        branches: step.outcomes && Object.keys(step.outcomes),
      })),
  );

/** Codes that a runbook opens on or that one of its steps expects to see. */
export function codesNamedBy(runbook: Entity<RunbookDocument>): ReadonlySet<number> {
  const triggers = runbook.triggers?.map(({ code }) => code) ?? [];
  const expected = stepsOf(runbook).map(({ step }) => step.expects);
  return new Set([...triggers, ...expected].filter((code) => code !== undefined));
}

const stepsOf = (runbook: Entity<RunbookDocument>) =>
  runbook.phases.flatMap(({ steps }, phase) =>
    steps.map((step, index) => ({ step, at: under(runbook.at, 'phases', phase, 'steps', index) })),
  );
