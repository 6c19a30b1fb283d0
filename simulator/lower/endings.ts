import type { Entity } from '../../model/book.ts';
import type { Outcome, RunbookDocument, Step } from '../../model/generated/types.ts';
import type { Alternative, Effect } from '../kernel/machine.ts';
import { executed } from './authority-effects.ts';
import { callNow } from './calls.ts';
import { lose, restore } from './capability.ts';
import { notify } from './notify.ts';
import { jumpTo, openRunbook } from './opening.ts';
import { goTo, type PlacedStep, STEP, skipAll, stepVariable } from './procedure.ts';
import { raiseTo } from './raise.ts';
import { causeNumber, causeVariable, clearFacts, type Scene, setFacts } from './scene.ts';

type Runbook = Entity<RunbookDocument>;

/** How a step may end: its outcomes, or one way; the step that reads the cause ends with each cause. */
export function alternativesOf(
  scene: Scene,
  runbook: Runbook,
  placed: PlacedStep,
  steps: readonly PlacedStep[],
): Alternative[] {
  const { step } = placed;
  const endings = Object.entries(step.outcomes ?? {}).map(([name, outcome]) => ({
    name,
    effects: outcomeEffects(scene, runbook, placed, steps, name, outcome),
  }));
  const plain =
    endings.length > 0
      ? endings
      : [{ name: 'done', effects: afterwards(scene, runbook, placed, steps, step) }];
  const done = (effects: readonly Effect[]): Effect[] => [...doneEffects(scene, runbook, step), ...effects];
  if (runbook.causes?.read_by !== step.id)
    return plain.map(({ name, effects }) => ({ name, effects: done(effects) }));
  return plain.flatMap((ending) =>
    Object.entries(runbook.causes?.values ?? {}).map(([cause, { raises, jump }]) => ({
      name: endings.length > 0 ? `${ending.name}/${cause}` : cause,
      effects: [
        ...identify(scene, runbook, cause),
        ...done(ending.effects),
        ...(raises === undefined ? [] : [raiseTo(scene, raises)]),
        ...(jump === undefined ? [] : jumpTo(scene, runbook.id, jump)),
      ],
    })),
  );
}

function identify({ b }: Scene, runbook: Runbook, cause: string): Effect[] {
  const title = runbook.causes?.values[cause]?.title ?? cause;
  return [
    b.set(causeVariable(runbook), causeNumber(runbook, cause)),
    b.emit('cause.identified', { kind: 'cause', text: 'cause identified' }),
    b.emit(`cause.${cause}`, { kind: 'cause', subject: cause, text: `cause: ${title}` }),
  ];
}

function doneEffects(scene: Scene, runbook: Runbook, step: Step): Effect[] {
  const { b } = scene;
  return [
    b.set(stepVariable(runbook.id, step.id), STEP.done),
    ...clearFacts(scene, step.clears),
    b.emit(`step.${step.id}`, { kind: 'step-done', subject: step.id, text: step.text }),
    ...setFacts(scene, step.produces),
    ...notify(scene, step.notifies),
    ...(step.pages ? callNow(scene, step.pages) : []),
    ...(step.takes_away ?? []).flatMap((capability) => lose(scene, capability)),
    ...(step.gives_back ?? []).flatMap((capability) => restore(scene, capability)),
    ...(step.authority === undefined ? [] : executed(scene, step.authority)),
    ...(step.raises === undefined ? [] : [raiseTo(scene, step.raises)]),
  ];
}

function outcomeEffects(
  scene: Scene,
  runbook: Runbook,
  placed: PlacedStep,
  steps: readonly PlacedStep[],
  name: string,
  outcome: Outcome,
): Effect[] {
  return [
    scene.b.emit(`step.${placed.step.id}.${name}`, {
      kind: 'outcome',
      subject: placed.step.id,
      text: outcome.text ?? name,
    }),
    ...setFacts(scene, outcome.produces),
    ...(outcome.raises === undefined ? [] : [raiseTo(scene, outcome.raises)]),
    ...(outcome.ends ? skipAll(scene, runbook, steps) : []),
    ...afterwards(scene, runbook, placed, steps, { ...placed.step, ...outcome }),
  ];
}

/** Where the procedure goes on. */
function afterwards(
  scene: Scene,
  runbook: Runbook,
  placed: PlacedStep,
  steps: readonly PlacedStep[],
  { goto, jump, opens }: { goto?: string; jump?: string; opens?: readonly string[] },
): Effect[] {
  return [
    ...(goto === undefined ? [] : goTo(scene, runbook, placed, steps, goto)),
    ...(opens ?? []).flatMap((other) => openRunbook(scene, other)),
    ...(jump === undefined ? [] : jumpTo(scene, runbook.id, jump)),
  ];
}
