import type { Entity } from '../../model/book.ts';
import type { Phase, RunbookDocument } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, any, not } from '../kernel/guard.ts';
import { lowerCauses } from './causes.ts';
import { isOpenRunbook, runbookConcerns } from './opening.ts';
import { PHASE, type PlacedStep, phaseVariable, placeSteps, STEP, stepVariable } from './procedure.ts';
import { promiseOf } from './promise.ts';
import { conditionHolds, factIs, type Scene } from './scene.ts';
import { lowerStep } from './step.ts';

/** One procedure: its phases in order, their steps, its causes, and when the incident is resolved. */
export function lowerRunbook(scene: Scene, runbook: Entity<RunbookDocument>): void {
  const steps = placeSteps(scene, runbook);
  runbook.phases.forEach((phase, index) => {
    lowerPhase(scene, runbook, phase, index, steps);
  });
  for (const placed of exitFirst(runbook, steps)) lowerStep(scene, runbook, placed, steps);
  lowerCauses(scene, runbook);
}

/** When the time box has run out, its exit comes before the search goes on: of what may start, the first in this order does. */
function exitFirst(runbook: Entity<RunbookDocument>, steps: readonly PlacedStep[]): PlacedStep[] {
  const isExit = ({ step }: PlacedStep): boolean => step.id === runbook.causes?.unknown?.then;
  return [...steps.filter(isExit), ...steps.filter((placed) => !isExit(placed))];
}

function lowerPhase(
  scene: Scene,
  runbook: Entity<RunbookDocument>,
  phase: Phase,
  index: number,
  steps: readonly PlacedStep[],
): void {
  const { b } = scene;
  const name = phaseVariable(runbook.id, phase.id);
  const before = phase.starts === 'at-once' ? undefined : runbook.phases[index - 1];
  const ready = before ? b.is(phaseVariable(runbook.id, before.id), PHASE.done) : all();
  const mine = steps.filter((placed) => placed.phase === phase.id);
  const applies = conditionHolds(scene, phase.if);
  const waiting = all(b.is(name, PHASE.waiting), isOpenRunbook(scene, runbook.id), ready);
  const about = { kind: 'phase', subject: phase.id };
  const at = under(runbook.at, 'phases', index);
  b.consequence(
    { name: `phase starts: ${phase.id}`, at },
    all(waiting, applies),
    b.set(name, PHASE.started),
    b.emit(`phase.${phase.id}.started`, { ...about, text: `phase: ${phase.title}` }),
  );
  if (phase.if)
    b.consequence(
      { name: `phase skipped: ${phase.id}`, at: under(at, 'if') },
      all(waiting, not(applies)),
      b.set(name, PHASE.done),
    );
  b.consequence(
    { name: `phase done: ${phase.id}`, at },
    all(
      b.is(name, PHASE.started),
      ...mine.map(({ step }) => b.atLeast(stepVariable(runbook.id, step.id), STEP.done)),
    ),
    b.set(name, PHASE.done),
    b.emit(`phase.${phase.id}.done`, { ...about, text: `phase done: ${phase.title}` }),
  );
  if (phase.within)
    promiseOf(scene, phase.within, {
      name: `phase/${phase.id}`,
      from: [phase.within.from === 'opened' ? `opened.${runbook.id}` : phase.within.from],
      if: runbookConcerns(scene, runbook),
      expects: [`phase.${phase.id}.done`],
      text: `${phase.title}: done within ${phase.within.by}`,
      at: under(runbook.at, 'phases', index, 'within'),
    });
}

/** Resolved is an event with its own conditions; it comes by itself when those of every open procedure hold. */
export function lowerResolution(scene: Scene): void {
  const { b } = scene;
  const stating = scene.runbooks.flatMap((runbook) => {
    const { resolved } = runbook;
    if (!resolved) return [];
    const facts = resolved.when.map((fact) => factIs(scene, fact));
    const holds = all(...facts, ...(resolved.unless ?? []).map((fact) => not(factIs(scene, fact))));
    return [{ open: isOpenRunbook(scene, runbook.id), holds }];
  });
  if (stating.length === 0) return;
  // That what is open is also over is said where something has to be open: a coarser model that knows nothing of openness sees it too.
  b.consequence(
    'resolved',
    all(
      b.is('resolved', 0),
      any(...stating.map(({ open, holds }) => all(open, holds))),
      ...stating.map(({ open, holds }) => any(not(open), holds)),
    ),
    b.set('resolved'),
    b.emit('resolved', { kind: 'resolved', text: 'incident resolved' }),
  );
}
