import { type Guard, holds, readsOf } from '../../kernel/guard.ts';
import type { Window } from '../../kernel/machine.ts';
import { OFF, type State } from '../../kernel/state.ts';
import type { Abstraction } from '../abstract/abstraction.ts';
import type { Influence } from '../abstract/influence.ts';
import { type Atom, type Kept, mapAtoms, testAtom } from '../abstract/kept.ts';
import type { Entry, Log } from '../story/log.ts';
import type { StoryMove } from '../story/story.ts';

/** What a coarser model should look at too, so that a story which is not possible is none any more. */
export interface Blame {
  readonly variables: readonly number[];
  readonly clocks: readonly number[];
}

export const NOTHING: Blame = { variables: [], clocks: [] };

/** Of what is something, that which asks the model to learn least; the first of equals. */
export function smallest(blames: readonly Blame[]): Blame | undefined {
  const [first, ...rest] = blames.filter(isSomething);
  return first && rest.reduce((least, each) => (sizeOf(each) < sizeOf(least) ? each : least), first);
}

export const sizeOf = ({ variables, clocks }: Blame): number => variables.length + clocks.length;

export const isSomething = ({ variables, clocks }: Blame): boolean => variables.length + clocks.length > 0;

/** A story under examination: the machine, its coarser model, and the run that the story made. */
export interface Court {
  readonly assumed: Influence;
  readonly coarse: Abstraction;
  readonly kept: Kept;
  readonly log: Log;
  /** Windows that may fire at any time, as alerts do: when they did is no reason. */
  readonly anyTime: ReadonlySet<number>;
}

/**
 * The state of the run in which least stood in the way of a move, and what that was; where the model looks at all of that, the
 * state in which a little more did.
 */
export function nearestMiss(court: Court, move: StoryMove, log: Log): Blame {
  const guard = guardOf(court, move);
  if (!guard) return NOTHING;
  const parts = conjunctsOf(guard);
  const firstWith = new Map<number, State>();
  for (const { before } of log) {
    const wrong = parts.filter((part) => !holds(part, before)).length;
    if (!firstWith.has(wrong)) firstWith.set(wrong, before);
  }
  for (const [, state] of [...firstWith].sort(([a], [b]) => a - b)) {
    const blame = impossible(court, move, state);
    if (isSomething(blame)) return blame;
  }
  return NOTHING;
}

/** All that the entry depends on and that is not kept; where time plays no part yet, first what its guard reads. */
export function unasked(court: Court, { window, consequence }: Entry): Blame {
  const { assumed, kept, anyTime } = court;
  const { machine } = assumed;
  if (consequence !== undefined) return missing(kept, assumed.consequences[consequence]?.reads ?? new Set());
  if (window === undefined || anyTime.has(window)) return NOTHING;
  const all = dependsOn(kept, machine.windows[window] as Window);
  if (kept.clocks.size > 0) return all;
  const read = missing(kept, readsOf((machine.windows[window] as Window).when));
  return isSomething(read) ? read : all;
}

export function dependsOn(kept: Kept, { when, clock, owner, answered }: Window): Blame {
  const reads = readsOf(when);
  if ('failed' in owner && owner.assumed !== 'late') reads.add(owner.failed);
  if (answered !== undefined) reads.add(answered);
  return missing(kept, reads, clock);
}

const missing = (kept: Kept, variables: ReadonlySet<number>, clock?: number): Blame => ({
  variables: [...variables].filter((each) => !kept.variables.has(each)),
  clocks: clock === undefined || kept.clocks.has(clock) ? [] : [clock],
});

const conjunctsOf = (guard: Guard): readonly Guard[] => (guard.op === 'all' ? guard.guards : [guard]);

export const guardOf = (
  { assumed }: Court,
  {
    window,
    consequence,
  }: { readonly window?: number | undefined; readonly consequence?: number | undefined },
): Guard | undefined =>
  window === undefined
    ? assumed.machine.consequences[consequence ?? -1]?.when
    : assumed.machine.windows[window]?.when;

/**
 * Why the move could not be made in this state: all the conditions that did not hold. Learned one after the other, a model would first
 * learn how the one comes about while the others are still free.
 */
export function impossible(court: Court, move: StoryMove, state: State): Blame {
  const { assumed, kept } = court;
  const guard = guardOf(court, move);
  if (!guard) return NOTHING;
  const lacking = new Set(
    conjunctsOf(guard)
      .filter((part) => !holds(part, state))
      .flatMap((part) => falseAtoms(part, state).filter((each) => !kept.variables.has(each))),
  );
  if (lacking.size > 0) return { variables: [...lacking], clocks: [] };
  const wrong = misread(court, move, state);
  const window = move.window === undefined ? undefined : assumed.machine.windows[move.window];
  if (isSomething(wrong) || window?.clock === undefined || kept.clocks.has(window.clock)) return wrong;
  const age = state[assumed.machine.variables.length + window.clock] as number;
  const early = age === OFF || age < window.lo;
  const clocks = early || (!move.about && window.hi !== undefined) ? [window.clock] : [];
  return { variables: [], clocks };
}

/** Variables whose value makes a part of a guard false. */
function falseAtoms(guard: Guard, state: State): number[] {
  const found = new Set<number>();
  mapAtoms(guard, (atom: Atom, negated) => {
    if (testAtom(atom, state[atom.variable] as number) === negated) found.add(atom.variable);
    return atom;
  });
  return [...found];
}

/** The move came, but did not do what it does in the story: what would have to be otherwise, by the nearest assumption. */
export function misread({ kept }: Court, { assumes }: StoryMove, state: State): Blame {
  if (!assumes || assumes.length === 0) return NOTHING;
  const wrongs = assumes.map((values) =>
    [...values]
      .filter(([variable, any]) => !any.includes(state[variable] as number))
      .map(([variable]) => variable),
  );
  const variables = wrongs.reduce((least, each) => (each.length < least.length ? each : least));
  return { variables: variables.filter((each) => !kept.variables.has(each)), clocks: [] };
}
