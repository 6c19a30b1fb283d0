import type { Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, any, type Guard, not } from '../kernel/guard.ts';
import type { Alternative } from '../kernel/machine.ts';
import { lowerAct } from './act.ts';
import { authorised, request } from './authority-effects.ts';
import { capabilitiesUp } from './capability.ts';
import { lowerCheck } from './check.ts';
import { alternativesOf } from './endings.ts';
import { isOpenRunbook, runbookConcerns } from './opening.ts';
import { holdersOf } from './people.ts';
import { type PlacedStep, STEP, stepLabel, stepVariable } from './procedure.ts';
import { promiseOf } from './promise.ts';
import { causeNumber, causeVariable, conditionHolds, factIs, type Scene } from './scene.ts';
import { lowerWork } from './work.ts';

type Runbook = Entity<RunbookDocument>;

/** A step occupies its doer for `takes`; with `answers` it is an act that does not. Pace that is not written is the book's. */
export function lowerStep(
  scene: Scene,
  runbook: Runbook,
  placed: PlacedStep,
  steps: readonly PlacedStep[],
): void {
  const { step, at } = placed;
  const ready = lowerTurn(scene, runbook, placed);
  const ways = alternativesOf(scene, runbook, placed, steps);
  if (step.answers !== undefined) lowerActStep(scene, runbook, placed, ready, ways);
  else lowerWork(scene, { runbook, placed, ready, ways });
  if (step.within)
    promiseOf(scene, step.within, {
      name: `step/${stepLabel(scene, runbook, step.id)}`,
      from: [step.within.from === 'opened' ? `opened.${runbook.id}` : step.within.from],
      if: runbookConcerns(scene, runbook),
      expects: [`step.${step.id}`],
      text: `${step.id} done within ${step.within.by} of ${step.within.from}`,
      at: under(at, 'within'),
    });
  lowerEvidenceCheck(scene, runbook, placed);
}

/**
 * Skips a step that does not apply at its turn, asks for its authority, and returns the guard under which it may start. Closing
 * waits for it while its turn has come; what never came is excused (D22).
 */
function lowerTurn(scene: Scene, runbook: Runbook, { step, turn, at }: PlacedStep): Guard {
  const { b } = scene;
  const name = stepVariable(runbook.id, step.id);
  const todo = all(isOpenRunbook(scene, runbook.id), b.is(name, STEP.todo));
  const cause = causeVariable(runbook);
  const causes = Object.entries(runbook.causes?.values ?? {}).flatMap(([id, { then }]) =>
    then?.includes(step.id) ? [b.is(cause, causeNumber(runbook, id))] : [],
  );
  const forCause = causes.length === 0 ? all() : any(...causes);
  const identified = b.atLeast(cause, 1);
  const exit = runbook.causes?.unknown?.then === step.id;
  const timeIsUp = exit ? b.is(`unknown/${runbook.id}`) : any();
  // The exit of the time box may also be what one of the causes asks for: then each of the two calls for it.
  const comes = exit ? any(timeIsUp, ...(causes.length === 0 ? [] : [all(turn, forCause)])) : turn;
  const condition = conditionHolds(scene, step.if);
  const skip = b.set(name, STEP.skipped);
  if (step.if)
    b.consequence(
      { name: `skipped: ${step.id}`, at: under(at, 'if') },
      all(todo, comes, not(condition)),
      skip,
    );
  if (exit)
    b.consequence(
      { name: `not needed: ${step.id}`, at },
      all(todo, identified, not(timeIsUp), ...(causes.length === 0 ? [] : [not(forCause)])),
      skip,
    );
  else if (causes.length > 0 && causes.length < Object.keys(runbook.causes?.values ?? {}).length)
    b.consequence({ name: `other cause: ${step.id}`, at }, all(todo, comes, identified, not(forCause)), skip);
  const ready = all(
    comes,
    ...(exit ? [] : [forCause]),
    condition,
    isOpenRunbook(scene, runbook.id),
    ...(step.requires ?? []).map((fact) => factIs(scene, fact)),
  );
  scene.closingWaitsFor.push(
    not(b.is(name, STEP.running)),
    not(b.is(name, STEP.handed)),
    not(all(todo, ready)),
  );
  if (step.authority === undefined) return ready;
  b.consequence(
    `asked: ${step.authority}`,
    all(todo, ready, b.is(`asked/${step.authority}`, 0)),
    ...request(scene, step.authority),
  );
  return all(ready, authorised(scene, step.authority));
}

function lowerActStep(
  scene: Scene,
  runbook: Runbook,
  placed: PlacedStep,
  ready: Guard,
  ways: readonly Alternative[],
): void {
  const { b } = scene;
  const { step, at } = placed;
  const name = stepVariable(runbook.id, step.id);
  const site = `step/${stepLabel(scene, runbook, step.id)}`;
  lowerAct(scene, {
    name: site,
    by: holdersOf(scene, step.by),
    possible: all(ready, b.is(name, STEP.todo), capabilitiesUp(scene, step)),
    answers: step.answers,
    ways: ways.map((way) => ({
      name: way.name,
      effects: () => [b.set(`done/${site}`, 0), ...way.effects],
    })),
    text: step.text,
    at,
  });
}

/** A step that destroys evidence is checked, not guarded: a guard would hide the hole. */
function lowerEvidenceCheck(scene: Scene, runbook: Runbook, { step, at }: PlacedStep): void {
  for (const [index, evidence] of (step.destroys ?? []).entries())
    lowerCheck(scene, {
      name: `evidence/${stepLabel(scene, runbook, step.id)}/${evidence}`,
      events: [`step.${step.id}`],
      if: isOpenRunbook(scene, runbook.id),
      requires: factIs(scene, evidence),
      text: `${evidence} is preserved before ${step.id} destroys it`,
      at: under(at, 'destroys', index),
    });
}
