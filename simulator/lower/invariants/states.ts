import { parseSeconds } from '../../../model/duration.ts';
import type { Condition, StateOrEvent } from '../../../model/generated/types.ts';
import { all, any, type Guard, is, not } from '../../kernel/guard.ts';
import { PROMISE } from '../../kernel/machine.ts';
import { when } from '../builder.ts';
import { closing } from '../promise.ts';
import { conditionHolds } from '../scene.ts';
import { atCloseOf, eventsOf, inScope, type Lowering, register, stateOf, watchToTheEnd } from './register.ts';

export const lowerNever: Lowering = (scene, invariant) => {
  const never = invariant.never as StateOrEvent;
  if (typeof never !== 'string') return forbid(conditionHolds(scene, never))(scene, invariant);
  const kept = register(scene, invariant);
  watchToTheEnd(scene, invariant, kept);
  for (const event of eventsOf(scene, never)) scene.b.on(event, kept.violate);
};

export const lowerAlways: Lowering = (scene, invariant) =>
  forbid(not(conditionHolds(scene, invariant.always as Condition)))(scene, invariant);

/** A state is judged where time passes, so that one of zero duration is none (D7): it may last no longer than nothing. */
const forbid =
  (state: Guard): Lowering =>
  (scene, invariant) => {
    const { b } = scene;
    const bad = `bad/${invariant.id}`;
    const kept = register(scene, invariant, { clock: bad });
    watchToTheEnd(scene, invariant, kept);
    const forbidden = all(kept.isOpen, state, inScope(scene, invariant));
    b.consequence(`${bad} begins`, all(b.is(bad, 0), forbidden), b.set(bad), b.start(bad));
    b.consequence(`${bad} ends`, all(b.is(bad), not(forbidden)), b.set(bad, 0), b.stop(bad));
  };

/** A state that may last no longer than D: open while it lasts, met when it ends. */
export const lowerAtMost: Lowering = (scene, invariant) => {
  const { b } = scene;
  const name = `lasts/${invariant.id}`;
  const { variable, isOpen, meet } = register(scene, invariant, {
    clock: name,
    seconds: parseSeconds(invariant.at_most as string),
  });
  const state = all(inScope(scene, invariant), conditionHolds(scene, invariant.state));
  b.consequence(
    `${name} begins`,
    all(state, any(is(variable, PROMISE.idle), is(variable, PROMISE.met)), b.isnt('closed')),
    { op: 'set', variable, to: PROMISE.open },
    b.start(name),
  );
  b.consequence(`${name} ends`, all(isOpen, not(state)), meet);
  closing(scene, `promise/invariant/${invariant.id}`, atCloseOf(invariant));
};

/** A state that must last at least D once it holds: ending inside D breaks it. */
export const lowerAtLeast: Lowering = (scene, invariant) => {
  const { b } = scene;
  const { isOpen, open, meet, violate } = register(scene, invariant);
  const lasting = `lasting/${invariant.id}`;
  const seconds = parseSeconds(invariant.at_least as string);
  const state = conditionHolds(scene, invariant.state);
  const begins = all(state, b.is(lasting, 0), inScope(scene, invariant));
  b.consequence(`${lasting} begins`, begins, b.set(lasting), b.start(lasting), open);
  b.consequence(
    `${lasting} ends`,
    all(b.atLeast(lasting, 1), not(state)),
    when(all(b.is(lasting, 1), isOpen), violate),
    when(all(b.is(lasting, 2), isOpen), meet),
    b.set(lasting, 0),
  );
  b.on('closed', when(all(b.is(lasting, 2), isOpen), meet));
  closing(scene, `promise/invariant/${invariant.id}`, atCloseOf(invariant));
  b.window({
    site: `timer/${lasting}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: b.is(lasting, 1),
    clock: b.clock(lasting),
    lo: seconds,
    hi: seconds,
    shift: -1,
    outlives: true,
    alternatives: [{ name: 'lasted', effects: [b.set(lasting, 2)] }],
    at: invariant.at,
    text: `${invariant.at_least} are over`,
  });
};

export const lowerSometimes: Lowering = (scene, invariant) => {
  const { variable, meet } = register(scene, invariant);
  scene.b.consequence(
    `promise/invariant/${invariant.id}`,
    all(
      is(variable, PROMISE.idle),
      inScope(scene, invariant),
      stateOf(scene, invariant.sometimes as StateOrEvent),
    ),
    meet,
  );
};
