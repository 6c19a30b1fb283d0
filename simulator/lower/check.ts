import type { Tolerate } from '../../model/generated/types.ts';
import type { At } from '../../model/position.ts';
import { all, type Guard, not } from '../kernel/guard.ts';
import { PROMISE } from '../kernel/machine.ts';
import { when } from './builder.ts';
import type { Scene } from './scene.ts';
import { ofCheck } from './tolerance.ts';

/** `before F require E`: a promise's mirror, judged at the instant of F (section 5 of the semantics). */
export interface Check {
  readonly name: string;
  /** Each of these is an F. */
  readonly events: readonly string[];
  /** Where it does not hold, nothing is judged. */
  readonly if?: Guard;
  readonly requires: Guard;
  readonly tolerate?: Tolerate | undefined;
  readonly text: string;
  readonly at: At;
}

export function lowerCheck(
  { b }: Scene,
  { name, events, if: applies = all(), requires, tolerate, text, at }: Check,
): void {
  const promise = `promise/${name}`;
  for (const event of events)
    b.on(
      event,
      when(all(applies, not(requires)), b.set(promise, PROMISE.violated)),
      when(all(applies, b.is(promise, PROMISE.idle)), b.set(promise, PROMISE.met)),
    );
  b.promise({
    name,
    variable: b.variable(promise, 5),
    clock: undefined,
    seconds: 0,
    expects: [],
    atClose: 'excused',
    tolerance: ofCheck(tolerate),
    text,
    at,
  });
}
