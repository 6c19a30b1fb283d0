import type { Entity } from '../../model/book.ts';
import type { RunbookDocument, Step } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { all, type Guard } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import type { Scene } from './scene.ts';

type Runbook = Entity<RunbookDocument>;

/** Values of a step's variable; handed: running, and somebody has taken it over already; done and skipped are both over. */
export const STEP = { todo: 0, running: 1, handed: 2, done: 3, skipped: 4 } as const;

export const stepVariable = (runbook: string, step: string): string => `step/${runbook}/${step}`;

/** How a step is called on the trace: by its id, with its runbook before it where two in play have such a step. */
export function stepLabel({ runbooks }: Scene, runbook: Runbook, step: string): string {
  const bearers = runbooks.filter(({ phases }) =>
    phases.some(({ steps }) => steps.some(({ id }) => id === step)),
  );
  return bearers.length > 1 ? `${runbook.id}/${step}` : step;
}

/** Values of a phase's variable. */
export const PHASE = { waiting: 0, started: 1, done: 2 } as const;

export const phaseVariable = (runbook: string, phase: string): string => `phase/${runbook}/${phase}`;

/** A step with its place in the procedure. */
export interface PlacedStep {
  readonly step: Step;
  readonly phase: string;
  readonly turn: Guard;
  readonly at: At;
}

/** Every step with the guard of its turn: its phase has started and, in a sequence, the step before it is over. */
export function placeSteps({ b }: Scene, runbook: Runbook): PlacedStep[] {
  return runbook.phases.flatMap((phase, phaseIndex) =>
    phase.steps.map((step, index): PlacedStep => {
      const before = phase.order === 'sequence' ? phase.steps[index - 1] : undefined;
      const started = b.is(phaseVariable(runbook.id, phase.id), PHASE.started);
      const turn = before ? b.atLeast(stepVariable(runbook.id, before.id), STEP.done) : all();
      return {
        step,
        phase: phase.id,
        turn: all(started, turn),
        at: under(runbook.at, 'phases', phaseIndex, 'steps', index),
      };
    }),
  );
}

/** Steps that have not begun are not taken. */
export const skipAll = ({ b }: Scene, runbook: Runbook, steps: readonly PlacedStep[]): Effect[] =>
  steps.map(({ step }) => {
    const name = stepVariable(runbook.id, step.id);
    return { op: 'if', when: b.is(name, STEP.todo), effects: [b.set(name, STEP.skipped)] };
  });

/** Forward: the steps between are skipped. Back: the steps from the target on are to be done again. */
export function goTo(
  scene: Scene,
  runbook: Runbook,
  placed: PlacedStep,
  steps: readonly PlacedStep[],
  target: string,
): Effect[] {
  const { b } = scene;
  const here = steps.indexOf(placed);
  const there = steps.findIndex(({ step }) => step.id === target);
  if (there > here) return skipAll(scene, runbook, steps.slice(here + 1, there));
  return [
    ...steps.slice(there, here + 1).map(({ step }) => b.set(stepVariable(runbook.id, step.id), STEP.todo)),
    ...rewindPhases(scene, runbook, target),
  ];
}

/** Effects that make phases fit a jump back: the target's phase runs again, later ones wait. */
function rewindPhases({ b }: Scene, runbook: Runbook, target: string) {
  const from = runbook.phases.findIndex((phase) => phase.steps.some((step) => step.id === target));
  return runbook.phases
    .slice(from)
    .map((phase, index) =>
      b.set(phaseVariable(runbook.id, phase.id), index === 0 ? PHASE.started : PHASE.waiting),
    );
}
