import type { Entity } from '../../model/book.ts';
import type { Outcome, Phase, RunbookDocument, Step } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';

/** A step with its place in the procedure. */
export interface PlacedStep {
  readonly step: Step;
  readonly phase: Phase;
  readonly phaseIndex: number;
  readonly index: number;
  readonly runbook: Entity<RunbookDocument>;
  readonly at: At;
}

/** Many rules ask for the steps of a procedure, some once a step: they are placed once. A book never changes. */
const PLACED = new WeakMap<Entity<RunbookDocument>, readonly PlacedStep[]>();

export function placedSteps(runbook: Entity<RunbookDocument>): readonly PlacedStep[] {
  const known = PLACED.get(runbook) ?? place(runbook);
  PLACED.set(runbook, known);
  return known;
}

const place = (runbook: Entity<RunbookDocument>): PlacedStep[] =>
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

/** By procedure: the causes that name a step. */
const CAUSES = new WeakMap<RunbookDocument, ReadonlyMap<string, readonly string[]>>();

/** The causes that enable a step; none: every cause does. */
export function causesOf(runbook: RunbookDocument, step: string): readonly string[] {
  const known = CAUSES.get(runbook) ?? causesByStep(runbook);
  CAUSES.set(runbook, known);
  return known.get(step) ?? [];
}

function causesByStep({ causes }: RunbookDocument): Map<string, string[]> {
  const byStep = new Map<string, string[]>();
  for (const [cause, { then = [] }] of Object.entries(causes?.values ?? {}))
    for (const step of new Set(then)) byStep.set(step, [...(byStep.get(step) ?? []), cause]);
  return byStep;
}

/** Whether the step is taken when this is the cause. */
export function isForCause(runbook: RunbookDocument, step: string, cause: string | undefined): boolean {
  const causes = causesOf(runbook, step);
  return causes.length === 0 || (cause !== undefined && causes.includes(cause));
}

export const outcomesOf = (step: Step): [string, Outcome][] => Object.entries(step.outcomes ?? {});

/** Each cause that the runbook itself goes on with; `undefined` stands for a runbook without causes. */
export function causesToTry({ causes }: RunbookDocument): (string | undefined)[] {
  const values = Object.entries(causes?.values ?? {});
  return values.length === 0
    ? [undefined]
    : values.flatMap(([cause, { jump }]) => (jump === undefined ? [cause] : []));
}
