import { always, type Guard, is, not } from '../../kernel/guard.ts';
import { type Effect, type Machine, PROMISE } from '../../kernel/machine.ts';
import { mayFail } from '../../kernel/may-fail.ts';
import { conjunction, disjunction } from '../../kernel/simplify.ts';
import type { Cone } from '../cone/cone.ts';

/** One place where a variable is written, and the guards on the way to it. */
interface Write {
  /** undefined: any value. */
  readonly value: number | undefined;
  readonly path: Guard;
  /** Clocks that the same statement starts anew, whatever its conditions say. */
  readonly restarts: ReadonlySet<number>;
}

/** How far back "can it still come true?" is asked, and how long the answer may get before it is asked less far. */
const DEPTH = 3;
const LONGEST = 60;
const MOST_WAYS = 8;

/**
 * Answers, as a condition on the present state: may this guard hold now or later? Never wrongly no. With a clock: later, but
 * before that clock is started anew.
 */
type CanHold = (guard: Guard, clock?: number) => Guard;

/** What a search may leave out: no break is lost with it, and none comes of it. */
export interface Shortcuts {
  /** By clock: the condition under which something may still read its age before it is started anew. */
  readonly live: readonly Guard[];
  /** By target: the condition under which the goal may still be reached. */
  readonly mayReach: readonly Guard[];
}

export function shortcutsOf(cone: Cone, goal: Goal = 'broken'): Shortcuts {
  const canHold = futureOf(cone);
  return { live: liveClocks(cone, canHold), mayReach: reachable(cone, canHold, goal) };
}

function futureOf(cone: Cone): CanHold {
  const writes = writesOf(cone);
  const known = new Map<string, Guard>();
  const atomFuture = (
    atom: Guard & { op: 'is' | 'atLeast' },
    negated: boolean,
    depth: number,
    clock?: number,
  ): Guard => {
    const key = `${atom.op} ${atom.variable} ${atom.value} ${negated} ${depth} ${clock}`;
    const answer = known.get(key) ?? findAtomFuture(atom, negated, depth, clock);
    known.set(key, answer);
    return answer;
  };
  const findAtomFuture = (
    atom: Guard & { op: 'is' | 'atLeast' },
    negated: boolean,
    depth: number,
    clock?: number,
  ): Guard => {
    const makes = (value: number | undefined) => value === undefined || test(atom, value) !== negated;
    const ways = (writes.get(atom.variable) ?? []).filter(
      ({ value, restarts }) => makes(value) && !(clock !== undefined && restarts.has(clock)),
    );
    const now = negated ? not(atom) : atom;
    if (ways.length === 0) return now;
    if (depth === 0 || ways.length > MOST_WAYS) return always;
    const answer = disjunction([now, ...ways.map(({ path }) => future(path, false, depth - 1, clock))]);
    return sizeOf(answer) > LONGEST ? always : answer;
  };
  const future = (guard: Guard, negated: boolean, depth: number, clock?: number): Guard => {
    switch (guard.op) {
      case 'always':
        return negated ? { op: 'any', guards: [] } : guard;
      case 'is':
      case 'atLeast':
        return atomFuture(guard, negated, depth, clock);
      case 'not':
        return future(guard.guard, !negated, depth, clock);
      case 'all':
      case 'any': {
        const parts = guard.guards.map((part) => future(part, negated, depth, clock));
        return (guard.op === 'all') !== negated ? conjunction(parts) : disjunction(parts);
      }
    }
  };
  return (guard, clock) => {
    const answer = future(guard, false, DEPTH, clock);
    return sizeOf(answer) > LONGEST ? future(guard, false, 1, clock) : answer;
  };
}

const test = (atom: Guard & { op: 'is' | 'atLeast' }, value: number): boolean =>
  atom.op === 'is' ? value === atom.value : value >= atom.value;

export function sizeOf(guard: Guard): number {
  if (guard.op === 'not') return sizeOf(guard.guard);
  if (guard.op !== 'all' && guard.op !== 'any') return 1;
  return guard.guards.reduce((sum, part) => sum + sizeOf(part), 1);
}

function writesOf({ machine, restless }: Cone): Map<number, Write[]> {
  const writes = new Map<number, Write[]>();
  const note = (variable: number, write: Write) => {
    if (!writes.has(variable)) writes.set(variable, []);
    writes.get(variable)?.push(write);
  };
  for (const { when, alternatives } of machine.windows)
    for (const { effects } of alternatives) collect(machine, effects, when, note);
  for (const { when, effects } of machine.consequences) collect(machine, effects, when, note);
  const none = new Set<number>();
  for (const owner of [...machine.windows.map((window) => window.owner), ...restless])
    if (mayFail(owner)) note(owner.failed, { value: undefined, path: always, restarts: none });
  for (const { variable, clock } of machine.promises)
    if (clock !== undefined)
      note(variable, { value: PROMISE.violated, path: is(variable, PROMISE.open), restarts: none });
  return writes;
}

function collect(
  machine: Machine,
  effects: readonly Effect[],
  when: Guard,
  note: (variable: number, write: Write) => void,
): void {
  const visit = (
    list: readonly Effect[],
    path: Guard,
    outer: ReadonlySet<number>,
    events: readonly number[],
  ): void => {
    const restarts = new Set([
      ...outer,
      ...list.flatMap((each) => (each.op === 'start' && each.restart ? [each.clock] : [])),
    ]);
    for (const effect of list) {
      if (effect.op === 'set') note(effect.variable, { value: effect.to, path, restarts });
      else if (effect.op === 'add') note(effect.variable, { value: undefined, path, restarts });
      else if (effect.op === 'if') visit(effect.effects, conjunction([path, effect.when]), restarts, events);
      else if (effect.op === 'emit' && !events.includes(effect.event))
        visit(machine.events[effect.event]?.reactions ?? [], path, restarts, [...events, effect.event]);
    }
  };
  visit(effects, when, new Set(), []);
}

function liveClocks({ machine }: Cone, canHold: CanHold): Guard[] {
  return machine.clocks.map((_, clock) =>
    disjunction([
      ...machine.windows.filter((window) => window.clock === clock).map(({ when }) => canHold(when, clock)),
      ...machine.promises
        .filter((promise) => promise.clock === clock)
        .map(({ variable }) => canHold(is(variable, PROMISE.open), clock)),
    ]),
  );
}

/** What a search looks for: a state in which a target is broken, or one in which it has been called at all. */
export type Goal = 'broken' | 'called';

const reachable = ({ machine, targets }: Cone, canHold: CanHold, goal: Goal): Guard[] =>
  targets.map((target) => {
    const variable = machine.promises[target]?.variable as number;
    return canHold(goal === 'broken' ? is(variable, PROMISE.violated) : not(is(variable, PROMISE.idle)));
  });
