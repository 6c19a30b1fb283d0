import { parseSeconds } from '../../../model/duration.ts';
import { all, is, not } from '../../kernel/guard.ts';
import { PROMISE } from '../../kernel/machine.ts';
import { when } from '../builder.ts';
import { lowerPromise } from '../promise.ts';
import { conditionHolds } from '../scene.ts';
import { eventsOf, type Lowering, nameOf, register, textOf } from './register.ts';

export const lowerExpect: Lowering = (scene, invariant) => {
  const expects = eventsOf(scene, invariant.expect as string);
  lowerPromise(scene, {
    name: nameOf(invariant),
    by: invariant.within as string,
    from: eventsOf(scene, invariant.after as string),
    expects,
    unless: invariant.unless,
    atClose: invariant.at_close ?? 'excused',
    text: textOf(invariant),
    at: invariant.at,
  });
};

/** A timed register of its own: `open` lasts from the anchor to the delay; F inside it is too soon. */
export const lowerNotBefore: Lowering = (scene, invariant) => {
  const { b } = scene;
  const { name, violate, meet } = register(scene, invariant);
  const early = `early/${invariant.id}`;
  const seconds = parseSeconds(invariant.delay as string);
  for (const event of eventsOf(scene, invariant.after as string))
    b.on(event, when(b.is(early, 0), b.set(early), b.start(early), b.set(name, PROMISE.open)));
  b.window({
    site: `timer/${early}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: b.is(early, 1),
    clock: b.clock(early),
    lo: seconds,
    hi: seconds,
    alternatives: [{ name: 'elapsed', effects: [b.set(early, 2)] }],
    at: invariant.at,
    text: `${invariant.delay} are over`,
  });
  for (const event of eventsOf(scene, invariant.not_before as string))
    b.on(event, when(b.is(early, 1), violate), when(b.is(early, 2), meet));
};

export const lowerEvery: Lowering = (scene, invariant) => {
  const { b } = scene;
  const name = `promise/${nameOf(invariant)}`;
  const variable = b.variable(name, 5);
  const inForce = conditionHolds(scene, invariant.while);
  const grace = invariant.grace === undefined ? 0 : parseSeconds(invariant.grace);
  b.consequence(
    `${name} starts`,
    all(inForce, not(is(variable, PROMISE.open)), not(is(variable, PROMISE.violated)), b.isnt('closed')),
    b.set(name, PROMISE.open),
    b.start(name),
  );
  b.consequence(`${name} ends`, all(is(variable, PROMISE.open), not(inForce)), b.set(name, PROMISE.met));
  for (const event of eventsOf(scene, invariant.event as string))
    b.on(event, when(inForce, b.set(name, PROMISE.open), b.start(name)));
  b.on('closed', when(is(variable, PROMISE.open), b.set(name, PROMISE.met)));
  b.promise({
    name: nameOf(invariant),
    variable,
    clock: b.clock(name),
    seconds: parseSeconds(invariant.every as string) + grace,
    expects: eventsOf(scene, invariant.event as string),
    atClose: 'excused',
    text: textOf(invariant),
    at: invariant.at,
  });
};

/** Silence of A for D after E starts a promise that F comes within D2. */
export const lowerIfSilent: Lowering = (scene, invariant) => {
  const { b } = scene;
  const silent = `silent/${invariant.id}`;
  const event = `silence.${invariant.id}`;
  const seconds = parseSeconds(invariant.for as string);
  for (const start of eventsOf(scene, invariant.after as string))
    b.on(start, when(b.is(silent, 0), b.set(silent), b.start(silent)));
  for (const answer of eventsOf(scene, invariant.if_silent as string)) b.on(answer, b.set(silent, 2));
  b.window({
    site: `timer/${silent}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: b.is(silent, 1),
    clock: b.clock(silent),
    lo: seconds,
    hi: seconds,
    alternatives: [
      {
        name: 'silent',
        effects: [
          b.set(silent, 2),
          b.emit(event, { kind: 'silence', subject: invariant.id, text: `silence for ${invariant.for}` }),
        ],
      },
    ],
    at: invariant.at,
    text: `nothing heard for ${invariant.for}`,
  });
  lowerPromise(scene, {
    name: nameOf(invariant),
    by: invariant.within as string,
    from: [event],
    expects: eventsOf(scene, invariant.then as string),
    atClose: invariant.at_close ?? 'excused',
    text: textOf(invariant),
    at: invariant.at,
  });
};
