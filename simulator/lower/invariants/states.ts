import { parseSeconds } from '../../../model/duration.ts';
import type { Condition, StateOrEvent } from '../../../model/generated/types.ts';
import { all, any, is, not } from '../../kernel/guard.ts';
import { PROMISE } from '../../kernel/machine.ts';
import { closing } from '../promise.ts';
import { conditionHolds } from '../scene.ts';
import { type Lowering, nameOf, register, stateOf, textOf } from './register.ts';

export const lowerNever: Lowering = (scene, invariant) => {
  const { violate, unbroken } = register(scene, invariant);
  scene.b.consequence(
    nameOf(invariant),
    all(unbroken, stateOf(scene, invariant.never as StateOrEvent)),
    violate,
  );
};

export const lowerAlways: Lowering = (scene, invariant) => {
  const { violate, unbroken } = register(scene, invariant);
  scene.b.consequence(
    nameOf(invariant),
    all(unbroken, not(conditionHolds(scene, invariant.always as Condition))),
    violate,
  );
};

/** A state that may last no longer than D: open while it lasts, met when it ends. */
export const lowerAtMost: Lowering = (scene, invariant) => {
  const { b } = scene;
  const name = `promise/${nameOf(invariant)}`;
  const variable = b.variable(name, 5);
  const state = conditionHolds(scene, invariant.state);
  b.consequence(
    `${name} starts`,
    all(state, any(is(variable, PROMISE.idle), is(variable, PROMISE.met))),
    b.set(name, PROMISE.open),
    b.start(name),
  );
  b.consequence(`${name} ends`, all(is(variable, PROMISE.open), not(state)), b.set(name, PROMISE.met));
  closing(scene, name, invariant.at_close ?? 'excused');
  b.promise({
    name: nameOf(invariant),
    variable,
    clock: b.clock(name),
    seconds: parseSeconds(invariant.at_most as string),
    expects: [],
    atClose: invariant.at_close ?? 'excused',
    text: textOf(invariant),
    at: invariant.at,
  });
};

/** A state that must last at least D once it holds: ending inside D breaks it. */
export const lowerAtLeast: Lowering = (scene, invariant) => {
  const { b } = scene;
  const { violate, meet } = register(scene, invariant);
  const lasting = `lasting/${invariant.id}`;
  const seconds = parseSeconds(invariant.at_least as string);
  const state = conditionHolds(scene, invariant.state);
  b.consequence(`${lasting} starts`, all(state, b.is(lasting, 0)), b.set(lasting), b.start(lasting));
  b.consequence(`${lasting} ends too soon`, all(b.is(lasting, 1), not(state)), b.set(lasting, 0), violate);
  b.consequence(`${lasting} ends`, all(b.is(lasting, 2), not(state)), b.set(lasting, 0));
  b.window({
    site: `timer/${lasting}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: b.is(lasting, 1),
    clock: b.clock(lasting),
    lo: seconds,
    hi: seconds,
    alternatives: [{ name: 'lasted', effects: [b.set(lasting, 2), meet] }],
    at: invariant.at,
    text: `${invariant.at_least} are over`,
  });
};

export const lowerSometimes: Lowering = (scene, invariant) => {
  const { meet } = register(scene, invariant);
  const variable = scene.b.variable(`promise/${nameOf(invariant)}`, 5);
  scene.b.consequence(
    nameOf(invariant),
    all(is(variable, PROMISE.idle), stateOf(scene, invariant.sometimes as StateOrEvent)),
    meet,
  );
};
