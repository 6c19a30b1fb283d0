import type { Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, any, type Guard, not } from '../kernel/guard.ts';
import type { Alternative, Effect } from '../kernel/machine.ts';
import { capabilitiesUp } from './capability.ts';
import { paceOf } from './pace.ts';
import { acting, type Holder, hasFailed, holdersOf, isEngaged, personOwner, standing } from './people.ts';
import { nothingMoreSevereWaits, waits } from './priority.ts';
import { type PlacedStep, STEP, stepLabel, stepVariable } from './procedure.ts';
import type { Scene } from './scene.ts';

type Runbook = Entity<RunbookDocument>;

/** A step that occupies its doer: when it may start, how it may end. */
export interface Work {
  readonly runbook: Runbook;
  readonly placed: PlacedStep;
  readonly ready: Guard;
  readonly ways: readonly Alternative[];
}

/** A free person starts at once; whoever started ends, inside `takes`, while the needs are up (else the work waits). */
export function lowerWork(scene: Scene, work: Work): void {
  const holders = holdersOf(scene, work.placed.step.by);
  for (const holder of holders) {
    lowerStart(scene, work, holder, handingOver(scene, work, holder, holders));
    lowerEnd(scene, work, holder);
  }
}

/** How the step comes to a holder from others. */
interface Handing {
  /** It may be taken from somebody now. */
  readonly mayTake: Guard;
  readonly take: readonly Effect[];
}

/**
 * If he who started fails, another holder may start it from zero (D15, D16), even one who is late himself. After that only who is
 * not late may: two who are late would take one step from each other for ever.
 */
function handingOver(
  scene: Scene,
  { runbook, placed: { step } }: Work,
  { person }: Holder,
  holders: readonly Holder[],
): Handing {
  const { b } = scene;
  const name = stepVariable(runbook.id, step.id);
  const task = taskNumber(scene, runbook, step.id);
  const others = holders.filter((other) => other.person !== person).map((other) => other.person);
  const mayBeHanded = any(
    b.is(name, STEP.running),
    all(b.is(name, STEP.handed), not(hasFailed(scene, person))),
  );
  return {
    mayTake: any(
      ...others.map((other) => all(mayBeHanded, b.is(`busy/${other}`, task), hasFailed(scene, other))),
    ),
    take: others.map((other) => ({
      op: 'if',
      when: b.is(`busy/${other}`, task),
      effects: [b.set(`busy/${other}`, 0), b.set(name, STEP.handed)],
    })),
  };
}

function lowerStart(
  scene: Scene,
  { runbook, placed: { step, at }, ready }: Work,
  holder: Holder,
  { mayTake, take }: Handing,
): void {
  const { b } = scene;
  const name = stepVariable(runbook.id, step.id);
  const { person } = holder;
  const busy = `busy/${person}`;
  const up = capabilitiesUp(scene, step);
  const open = any(b.is(name, STEP.todo), mayTake);
  const able = all(holder.when, isEngaged(scene, person));
  waits(scene, person, all(ready, up, open, able));
  b.window({
    site: `step/${stepLabel(scene, runbook, step.id)}/start`,
    doing: 'start',
    owner: personOwner(scene, person),
    when: all(ready, up, open, b.is(busy, 0), able, nothingMoreSevereWaits(scene, person)),
    hi: 0,
    alternatives: [
      {
        name: 'starts',
        effects: [
          b.set(name, STEP.running),
          ...take,
          ...acting(scene, holder),
          b.set(busy, taskNumber(scene, runbook, step.id)),
          b.start(busy),
          b.emit(`step.${step.id}.started`, { kind: 'step-started', subject: step.id, text: step.text }),
        ],
      },
    ],
    acts: standing(holder),
    at,
    text: step.text,
  });
}

function lowerEnd(scene: Scene, { runbook, placed: { step, at }, ways }: Work, holder: Holder): void {
  const { b, book } = scene;
  const { person } = holder;
  const busy = `busy/${person}`;
  const task = taskNumber(scene, runbook, step.id);
  const up = capabilitiesUp(scene, step);
  b.window({
    site: `step/${stepLabel(scene, runbook, step.id)}`,
    doing: 'step',
    owner: personOwner(scene, person),
    when: all(b.is(busy, task), up),
    clock: b.clock(busy),
    ...paceOf(step.takes, book.manifest.pace.step),
    alternatives: ways.map(({ name, effects }) => ({
      name,
      effects: [b.set(busy, 0), ...effects],
    })),
    acts: standing(holder),
    at,
    text: step.text,
  });
  if (step.on_outage === 'redo')
    b.consequence(
      { name: `work lost: ${step.id} by ${person}`, at: under(at, 'on_outage') },
      all(b.is(busy, task), not(up)),
      b.set(busy, 0),
      b.set(stepVariable(runbook.id, step.id), STEP.todo),
    );
}

/** What a person is busy with: one number for each step of every runbook in play, in every incident. */
function taskNumber({ runbooks, tasksBefore }: Scene, runbook: Runbook, step: string): number {
  let number = tasksBefore;
  for (const each of runbooks)
    for (const phase of each.phases)
      for (const { id } of phase.steps) {
        number++;
        if (each.id === runbook.id && id === step) return number;
      }
  throw new Error(`step ${step} is not of runbook ${runbook.id}`);
}
