import type { Entity } from '../../../model/book.ts';
import type { AtClose, Invariant, StateOrEvent } from '../../../model/generated/types.ts';
import { all, any, type Guard, is, not } from '../../kernel/guard.ts';
import { type Effect, PROMISE } from '../../kernel/machine.ts';
import { when } from '../builder.ts';
import { RUNBOOK } from '../opening.ts';
import { conditionHolds, happened, isDeclared, type Scene } from '../scene.ts';
import { ofCheck, ofDeadline } from '../tolerance.ts';

/** One pattern of the vocabulary lowers itself. */
export type Lowering = (scene: Scene, invariant: Entity<Invariant>) => void;

export const nameOf = (invariant: Entity<Invariant>): string => `invariant/${invariant.id}`;

export const textOf = (invariant: Entity<Invariant>): string => invariant.text ?? invariant.id;

/** Bare `opened` and `level` stand for any runbook and any level. */
export function eventsOf({ book, runbooks }: Pick<Scene, 'book' | 'runbooks'>, event: string): string[] {
  if (event === 'opened') return runbooks.map(({ id }) => `opened.${id}`);
  if (event === 'level') return [...book.severities.keys()].map((level) => `level.${level}`);
  return [event];
}

/**
 * Where an invariant applies: where its condition holds and, if it names runbooks, while one of them is open. The runbook of the incident counts from the
 * declaration on, which is told just before it opens.
 */
export function inScope(scene: Scene, { runbooks, if: condition }: Invariant): Guard {
  const applies = conditionHolds(scene, condition);
  if (!runbooks) return applies;
  const { b, runbooks: inPlay } = scene;
  const mine = inPlay.filter(({ id }) => runbooks.includes(id));
  const open = mine.map(({ id }) =>
    id === inPlay[0]?.id ? b.isnt(`open/${id}`, RUNBOOK.left) : b.is(`open/${id}`, RUNBOOK.open),
  );
  return all(applies, any(...open));
}

/** What a pattern keeps: the variable of a promise, and how it changes. */
export interface Register {
  readonly name: string;
  readonly variable: number;
  readonly isOpen: Guard;
  /** Opens it where the invariant applies. */
  readonly open: Effect;
  readonly meet: Effect;
  /** For good, where the invariant applies. */
  readonly violate: Effect;
  readonly unbroken: Guard;
}

/** A register without a deadline of its own, unless a clock is named that violates it. */
export function register(
  scene: Scene,
  invariant: Entity<Invariant>,
  deadline: { readonly clock?: string; readonly seconds?: number; readonly expects?: readonly string[] } = {},
): Register {
  const { b } = scene;
  const name = `promise/${nameOf(invariant)}`;
  const variable = b.variable(name, 5);
  const scope = inScope(scene, invariant);
  const unbroken = not(is(variable, PROMISE.violated));
  b.promise({
    name: nameOf(invariant),
    variable,
    clock: deadline.clock === undefined ? undefined : b.clock(deadline.clock),
    seconds: deadline.seconds ?? 0,
    expects: deadline.expects ?? [],
    atClose: atCloseOf(invariant),
    tolerance: (deadline.seconds === undefined ? ofCheck : ofDeadline)(invariant.tolerate),
    text: textOf(invariant),
    at: invariant.at,
  });
  return {
    name,
    variable,
    isOpen: is(variable, PROMISE.open),
    open: when(all(scope, unbroken, not(is(variable, PROMISE.open))), {
      op: 'set',
      variable,
      to: PROMISE.open,
    }),
    meet: when(all(unbroken, not(is(variable, PROMISE.met))), { op: 'set', variable, to: PROMISE.met }),
    violate: when(all(scope, unbroken), { op: 'set', variable, to: PROMISE.violated }),
    unbroken,
  };
}

export const atCloseOf = ({ at_close }: Invariant): AtClose => at_close ?? 'excused';

/** Open from when it first applies to a declared incident, met when that closes with nothing against it. */
export function watchToTheEnd(
  scene: Scene,
  invariant: Entity<Invariant>,
  { name, variable, isOpen, open, meet }: Register,
): void {
  const { b } = scene;
  const applies = all(isDeclared(scene), b.isnt('closed'), inScope(scene, invariant));
  b.consequence(`${name} begins`, all(is(variable, PROMISE.idle), applies), open);
  b.on('closed', when(isOpen, meet));
}

export const stateOf = (scene: Scene, state: StateOrEvent): Guard =>
  typeof state === 'string'
    ? any(...eventsOf(scene, state).map((event) => happened(scene, event)))
    : conditionHolds(scene, state);
