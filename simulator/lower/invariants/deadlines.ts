import { parseSeconds } from '../../../model/duration.ts';
import { all, is, not } from '../../kernel/guard.ts';
import { PROMISE } from '../../kernel/machine.ts';
import { when } from '../builder.ts';
import { closing, lowerPromise } from '../promise.ts';
import { conditionHolds, happened } from '../scene.ts';
import { atCloseOf, eventsOf, inScope, type Lowering, nameOf, register, textOf } from './register.ts';

export const lowerExpect: Lowering = (scene, invariant) =>
  lowerPromise(scene, {
    name: nameOf(invariant),
    by: invariant.within as string,
    from: eventsOf(scene, invariant.after as string),
    if: inScope(scene, invariant),
    expects: eventsOf(scene, invariant.expect as string),
    unless: invariant.unless,
    repeat: invariant.for_each === 'page',
    atClose: atCloseOf(invariant),
    tolerate: invariant.tolerate,
    text: textOf(invariant),
    at: invariant.at,
  });

/** F inside the delay is too soon, F at the delay itself is not; closing after the delay settles it, closing inside excuses it. */
export const lowerNotBefore: Lowering = (scene, invariant) => {
  const { b } = scene;
  const { isOpen, open, meet, violate } = register(scene, invariant);
  const early = `early/${invariant.id}`;
  const seconds = parseSeconds(invariant.delay as string);
  for (const event of eventsOf(scene, invariant.after as string))
    b.on(event, when(all(b.is(early, 0), inScope(scene, invariant)), b.set(early), b.start(early), open));
  const elapsed = all(isOpen, b.is(early, 2));
  b.on('closed', when(elapsed, meet));
  closing(scene, `promise/${nameOf(invariant)}`, atCloseOf(invariant));
  if (invariant.unless !== undefined)
    b.on(invariant.unless, when(isOpen, b.set(`promise/${nameOf(invariant)}`, PROMISE.excused)));
  b.window({
    site: `timer/${early}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: b.is(early, 1),
    clock: b.clock(early),
    lo: seconds,
    hi: seconds,
    shift: -1,
    outlives: true,
    alternatives: [{ name: 'elapsed', effects: [b.set(early, 2)] }],
    at: invariant.at,
    text: `${invariant.delay} are over`,
  });
  for (const event of eventsOf(scene, invariant.not_before as string))
    b.on(event, when(elapsed, meet), when(isOpen, violate));
};

/** A missed beat is a break; the next one opens the promise again, so that every gap is counted. */
export const lowerEvery: Lowering = (scene, invariant) => {
  const { b } = scene;
  const name = `beat/${invariant.id}`;
  const expects = eventsOf(scene, invariant.event as string);
  const grace = invariant.grace === undefined ? 0 : parseSeconds(invariant.grace);
  const { variable, isOpen, meet, unbroken } = register(scene, invariant, {
    clock: name,
    seconds: parseSeconds(invariant.every as string) + grace,
    expects,
  });
  const inForce = all(inScope(scene, invariant), conditionHolds(scene, invariant.while));
  const begin = [{ op: 'set', variable, to: PROMISE.open } as const, b.start(name)];
  b.consequence(`${name} begins`, all(inForce, unbroken, not(isOpen), b.isnt('closed')), ...begin);
  b.consequence(`${name} ends`, all(isOpen, not(inForce)), meet);
  for (const event of expects) b.on(event, when(inForce, ...begin));
  b.on('closed', when(isOpen, meet));
};

/**
 * Silence of A for D after E demands F, at the latest D2 after the silence: one deadline from E. An answer inside D excuses
 * it, one at D itself too; F before the silence counts (D20).
 */
export const lowerIfSilent: Lowering = (scene, invariant) => {
  const { b } = scene;
  const silent = `silent/${invariant.id}`;
  const promise = `promise/${nameOf(invariant)}`;
  const seconds = parseSeconds(invariant.for as string);
  const from = eventsOf(scene, invariant.after as string);
  const answers = eventsOf(scene, invariant.if_silent as string);
  const expects = eventsOf(scene, invariant.then as string);
  const already = [...answers, ...expects].map((event) => not(happened(scene, event)));
  lowerPromise(scene, {
    name: nameOf(invariant),
    by: `${seconds + parseSeconds(invariant.within as string)}s`,
    from,
    if: all(inScope(scene, invariant), ...already),
    expects,
    unless: invariant.unless,
    atClose: atCloseOf(invariant),
    tolerate: invariant.tolerate,
    text: textOf(invariant),
    at: invariant.at,
  });
  const variable = b.variable(promise, 5);
  for (const event of from) b.on(event, when(b.is(silent, 0), b.set(silent), b.start(silent)));
  for (const event of answers)
    b.on(event, when(all(is(variable, PROMISE.open), b.isnt(silent, 2)), b.set(promise, PROMISE.excused)));
  b.window({
    site: `timer/${silent}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: b.is(silent, 1),
    clock: b.clock(silent),
    lo: seconds,
    hi: seconds,
    shift: 1,
    outlives: true,
    alternatives: [{ name: 'silent', effects: [b.set(silent, 2)] }],
    at: invariant.at,
    text: `nothing heard for ${invariant.for}`,
  });
};
