import type { At } from '../../model/position.ts';
import type { Guard } from '../kernel/guard.ts';
import { not } from '../kernel/guard.ts';
import { PROMISE } from '../kernel/machine.ts';
import { when } from './builder.ts';
import type { Scene } from './scene.ts';

/** `before F require E`: a promise's mirror, judged at the instant of F (section 5 of the semantics). */
export interface Check {
  readonly name: string;
  readonly event: string;
  readonly requires: Guard;
  readonly text: string;
  readonly at: At;
}

export function lowerCheck({ b }: Scene, { name, event, requires, text, at }: Check): void {
  const promise = `promise/${name}`;
  b.on(event, when(not(requires), b.set(promise, PROMISE.violated)), {
    op: 'if',
    when: b.is(promise, PROMISE.idle),
    effects: [b.set(promise, PROMISE.met)],
  });
  b.promise({
    name,
    variable: b.variable(promise, 5),
    clock: undefined,
    seconds: 0,
    expects: [],
    atClose: 'excused',
    text,
    at,
  });
}
