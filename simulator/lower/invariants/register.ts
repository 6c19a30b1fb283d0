import type { Entity } from '../../../model/book.ts';
import type { Invariant, StateOrEvent } from '../../../model/generated/types.ts';
import { any, atLeast, type Guard, is, not } from '../../kernel/guard.ts';
import { PROMISE } from '../../kernel/machine.ts';
import { when } from '../builder.ts';
import { conditionHolds, happened, type Scene } from '../scene.ts';

/** One pattern of the vocabulary lowers itself. */
export type Lowering = (scene: Scene, invariant: Entity<Invariant>) => void;

export const nameOf = (invariant: Entity<Invariant>): string => `invariant/${invariant.id}`;

export const textOf = (invariant: Entity<Invariant>): string => invariant.text ?? invariant.id;

/** Bare `opened` and `level` stand for any runbook and any level. */
export function eventsOf({ book, runbooks }: Scene, event: string): string[] {
  if (event === 'opened') return runbooks.map(({ id }) => `opened.${id}`);
  if (event === 'level') return [...book.severities.keys()].map((level) => `level.${level}`);
  return [event];
}

/** A register without a deadline of its own: idle until something happens, then met or violated for good. */
export function register(scene: Scene, invariant: Entity<Invariant>) {
  const { b } = scene;
  const name = `promise/${nameOf(invariant)}`;
  const variable = b.variable(name, 5);
  b.promise({
    name: nameOf(invariant),
    variable,
    clock: undefined,
    seconds: 0,
    expects: [],
    atClose: 'excused',
    text: textOf(invariant),
    at: invariant.at,
  });
  return {
    name,
    violate: when(not(is(variable, PROMISE.violated)), b.set(name, PROMISE.violated)),
    meet: when(not(atLeast(variable, PROMISE.met)), b.set(name, PROMISE.met)),
    unbroken: not(is(variable, PROMISE.violated)),
  };
}

export const stateOf = (scene: Scene, state: StateOrEvent): Guard =>
  typeof state === 'string'
    ? any(...eventsOf(scene, state).map((event) => happened(scene, event)))
    : conditionHolds(scene, state);
