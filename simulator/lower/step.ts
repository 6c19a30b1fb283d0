import type { Entity } from '../../model/book.ts';
import { parseSpan } from '../../model/duration.ts';
import type { Outcome, RunbookDocument, Step } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { all, any, type Guard, not } from '../kernel/guard.ts';
import type { Alternative, Effect } from '../kernel/machine.ts';
import { lowerAct } from './act.ts';
import { authorised, executed, request } from './authority.ts';
import { lowerCheck } from './check.ts';
import { isOpenRunbook, jumpTo, openRunbook } from './opening.ts';
import { callNow } from './pages.ts';
import { hasFailed, holdersOf, isEngaged, personOwner } from './people.ts';
import { promiseOf } from './promise.ts';
import { rewindPhases } from './runbook.ts';
import { causeIs, clearFacts, conditionHolds, factIs, type Scene, setFacts } from './scene.ts';
import { raiseTo } from './severity.ts';

/** Values of a step's variable; done and skipped are both over. */
export const STEP = { todo: 0, running: 1, done: 2, skipped: 3 } as const;

export const stepVariable = (runbook: string, step: string): string => `step/${runbook}/${step}`;

/** A step with its place in the procedure. */
export interface PlacedStep {
  readonly step: Step;
  readonly phase: string;
  readonly turn: Guard;
  readonly at: At;
}

type Runbook = Entity<RunbookDocument>;

/** A step occupies its doer for `takes`; with `answers` it is an act that does not. Pace that is not written is the book's. */
export function lowerStep(scene: Scene, runbook: Runbook, placed: PlacedStep, steps: readonly PlacedStep[]): void {
  const { step, at } = placed;
  const ready = lowerTurn(scene, runbook, placed);
  const ways = alternativesOf(scene, runbook, placed, steps);
  if (step.answers !== undefined) lowerActStep(scene, runbook, placed, ready, ways);
  else for (const holder of holdersOf(scene, step.by)) lowerWork(scene, runbook, placed, ready, ways, holder);
  if (step.within)
    promiseOf(scene, step.within, {
      name: `step/${step.id}`,
      from: [step.within.from === 'opened' ? `opened.${runbook.id}` : step.within.from],
      expects: [`step.${step.id}`],
      text: `${step.id} done within ${step.within.by} of ${step.within.from}`,
      at: under(at, 'within'),
    });
  lowerEvidenceCheck(scene, placed);
}

/** Skips a step that does not apply at its turn, asks for its authority, and returns the guard under which it may start. */
function lowerTurn(scene: Scene, runbook: Runbook, { step, turn }: PlacedStep): Guard {
  const { b } = scene;
  const name = stepVariable(runbook.id, step.id);
  const todo = all(isOpenRunbook(scene, runbook.id), b.is(name, STEP.todo));
  const exit = runbook.causes?.unknown?.then === step.id;
  const comes = exit ? b.is(`unknown/${runbook.id}`) : turn;
  const causes = Object.entries(runbook.causes?.values ?? {}).flatMap(([cause, { then }]) =>
    then?.includes(step.id) ? [cause] : [],
  );
  const forCause = causes.length === 0 ? all() : any(...causes.map((cause) => causeIs(scene, cause)));
  const identified = b.atLeast('cause', 1);
  const condition = conditionHolds(scene, step.if);
  const skip = b.set(name, STEP.skipped);
  if (step.if) b.consequence(`skipped: ${step.id}`, all(todo, comes, not(condition)), skip);
  if (causes.length > 0)
    b.consequence(`other cause: ${step.id}`, all(todo, comes, identified, not(forCause)), skip);
  if (exit) b.consequence(`not needed: ${step.id}`, all(todo, identified, not(comes)), skip);
  const ready = all(
    comes,
    forCause,
    condition,
    isOpenRunbook(scene, runbook.id),
    ...(step.requires ?? []).map((fact) => factIs(scene, fact)),
  );
  if (step.authority === undefined) return ready;
  b.consequence(
    `asked: ${step.authority}`,
    all(todo, ready, b.is(`asked/${step.authority}`, 0)),
    ...request(scene, step.authority),
  );
  return all(ready, authorised(scene, step.authority));
}

function lowerActStep(scene: Scene, runbook: Runbook, placed: PlacedStep, ready: Guard, ways: readonly Alternative[]): void {
  const { b } = scene;
  const { step, at } = placed;
  const name = stepVariable(runbook.id, step.id);
  lowerAct(scene, {
    name: `step/${step.id}`,
    by: holdersOf(scene, step.by),
    possible: all(ready, b.is(name, STEP.todo), capabilitiesUp(scene, step)),
    answers: step.answers,
    ways: ways.map((way) => ({ name: way.name, effects: () => [b.set(`done/step/${step.id}`, 0), ...way.effects] })),
    text: step.text,
    at,
  });
}

const capabilitiesUp = ({ b }: Scene, step: Step): Guard =>
  all(...(step.needs ?? []).map((capability) => b.is(`lost/${capability}`, 0)));

/**
 * A free person starts at once; whoever started ends, inside `takes`, while the needs are up (else the work waits). If he
 * fails, another holder may start it from zero (D15, D16).
 */
function lowerWork(
  scene: Scene,
  runbook: Runbook,
  { step, at }: PlacedStep,
  ready: Guard,
  ways: readonly Alternative[],
  holder: { person: string; when: Guard },
): void {
  const { b, book } = scene;
  const name = stepVariable(runbook.id, step.id);
  const { person } = holder;
  const busy = `busy/${person}`;
  const task = taskNumber(scene, runbook, step.id);
  const up = capabilitiesUp(scene, step);
  const others = holdersOf(scene, step.by).filter((other) => other.person !== person);
  const abandoned = others.map((other) => all(b.is(`busy/${other.person}`, task), hasFailed(scene, other.person)));
  const release = others.map((other) => whenBusy(scene, other.person, task));
  b.window({
    site: `step/${step.id}/start`,
    doing: 'start',
    owner: personOwner(scene, person),
    when: all(
      ready,
      up,
      any(b.is(name, STEP.todo), ...abandoned.map((left) => all(b.is(name, STEP.running), left))),
      b.is(busy, 0),
      holder.when,
      isEngaged(scene, person),
    ),
    hi: 0,
    alternatives: [
      {
        name: 'starts',
        effects: [
          ...release,
          b.set(name, STEP.running),
          b.set(busy, task),
          b.start(busy),
          b.emit(`step.${step.id}.started`, { kind: 'step-started', subject: step.id, text: step.text }),
        ],
      },
    ],
    at,
    text: step.text,
  });
  b.window({
    site: `step/${step.id}`,
    doing: 'step',
    owner: personOwner(scene, person),
    when: all(b.is(busy, task), up),
    clock: b.clock(busy),
    ...parseSpan(step.takes ?? book.manifest.pace.step),
    alternatives: ways.map((way) => ({ name: way.name, effects: [b.set(busy, 0), ...way.effects] })),
    at,
    text: step.text,
  });
  if (step.on_outage === 'redo')
    b.consequence(`work lost: ${step.id} by ${person}`, all(b.is(busy, task), not(up)), b.set(busy, 0), b.set(name, STEP.todo));
}

const whenBusy = ({ b }: Scene, person: string, task: number): Effect => ({
  op: 'if',
  when: b.is(`busy/${person}`, task),
  effects: [b.set(`busy/${person}`, 0)],
});

/** What a person is busy with: one number for each step of every runbook in play. */
function taskNumber({ runbooks }: Scene, runbook: Runbook, step: string): number {
  let number = 0;
  for (const each of runbooks)
    for (const phase of each.phases)
      for (const { id } of phase.steps) {
        number++;
        if (each.id === runbook.id && id === step) return number;
      }
  throw new Error(`step ${step} is not of runbook ${runbook.id}`);
}

/** How a step may end: its outcomes, or one way; the step that reads the cause ends with each cause. */
function alternativesOf(scene: Scene, runbook: Runbook, placed: PlacedStep, steps: readonly PlacedStep[]): Alternative[] {
  const { step } = placed;
  const endings = Object.entries(step.outcomes ?? {}).map(([name, outcome]) => ({
    name,
    effects: outcomeEffects(scene, runbook, placed, steps, name, outcome),
  }));
  const plain = endings.length > 0 ? endings : [{ name: 'done', effects: afterwards(scene, runbook, placed, steps, step) }];
  const done = (effects: readonly Effect[]): Effect[] => [...doneEffects(scene, runbook, step), ...effects];
  if (runbook.causes?.read_by !== step.id) return plain.map(({ name, effects }) => ({ name, effects: done(effects) }));
  return plain.flatMap((ending) =>
    Object.entries(runbook.causes?.values ?? {}).map(([cause, { raises, jump }]) => ({
      name: endings.length > 0 ? `${ending.name}/${cause}` : cause,
      effects: [
        ...identify(scene, cause),
        ...done(ending.effects),
        ...(raises === undefined ? [] : [raiseTo(scene, raises)]),
        ...(jump === undefined ? [] : jumpTo(scene, runbook.id, jump)),
      ],
    })),
  );
}

function identify(scene: Scene, cause: string): Effect[] {
  const { b } = scene;
  const guard = causeIs(scene, cause);
  if (guard.op !== 'is') throw new Error('a cause is one value of one variable');
  const title = scene.runbooks.map((runbook) => runbook.causes?.values[cause]?.title).find(Boolean) ?? cause;
  return [
    { op: 'set', variable: guard.variable, to: guard.value },
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
    ...(step.notifies ?? []).map((audience) =>
      b.emit(`notified.${audience}`, {
        kind: 'notified',
        subject: audience,
        text: `${scene.book.audiences.get(audience)?.title ?? audience} notified`,
      }),
    ),
    ...(step.pages ? callNow(scene, step.pages) : []),
    ...(step.takes_away ?? []).map((capability) => b.set(`lost/${capability}`)),
    ...(step.gives_back ?? []).map((capability) => b.set(`lost/${capability}`, 0)),
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

const skipAll = ({ b }: Scene, runbook: Runbook, steps: readonly PlacedStep[]): Effect[] =>
  steps.map(({ step }) => {
    const name = stepVariable(runbook.id, step.id);
    return { op: 'if', when: b.is(name, STEP.todo), effects: [b.set(name, STEP.skipped)] };
  });

/** Forward: the steps between are skipped. Back: the steps from the target on are to be done again. */
function goTo(scene: Scene, runbook: Runbook, placed: PlacedStep, steps: readonly PlacedStep[], target: string): Effect[] {
  const { b } = scene;
  const here = steps.indexOf(placed);
  const there = steps.findIndex(({ step }) => step.id === target);
  if (there > here) return skipAll(scene, runbook, steps.slice(here + 1, there));
  return [
    ...steps.slice(there, here + 1).map(({ step }) => b.set(stepVariable(runbook.id, step.id), STEP.todo)),
    ...rewindPhases(scene, runbook, target),
  ];
}

/** A step that destroys evidence is checked, not guarded: a guard would hide the hole. */
function lowerEvidenceCheck(scene: Scene, { step, at }: PlacedStep): void {
  for (const [index, evidence] of (step.destroys ?? []).entries())
    lowerCheck(scene, {
      name: `evidence/${step.id}/${evidence}`,
      event: `step.${step.id}`,
      requires: factIs(scene, evidence),
      text: `${evidence} is preserved before ${step.id} destroys it`,
      at: under(at, 'destroys', index),
    });
}
