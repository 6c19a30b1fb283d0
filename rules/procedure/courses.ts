import type { Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { type PlacedStep, placedSteps } from './placed-steps.ts';

/** What is carried out of a procedure for one cause; the cause is absent where the procedure has no causes. */
export interface Course {
  readonly cause: string | undefined;
  readonly steps: readonly PlacedStep[];
}

/** One course for every cause. A step that no cause names belongs to all of them. */
export function coursesOf(runbook: Entity<RunbookDocument>): Course[] {
  const steps = placedSteps(runbook);
  const causes = Object.entries(runbook.causes?.values ?? {});
  if (causes.length === 0) return [{ cause: undefined, steps }];
  const named = new Set(causes.flatMap(([, { then = [] }]) => then));
  return causes.map(([cause, { then = [] }]) => ({
    cause,
    steps: steps.filter(({ step }) => !named.has(step.id) || then.includes(step.id)),
  }));
}
