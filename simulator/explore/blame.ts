import { type Guard, holds, readsOf } from '../kernel/guard.ts';
import type { Machine, Window } from '../kernel/machine.ts';
import { OFF, type State } from '../kernel/state.ts';
import type { Abstraction } from './abstract/abstraction.ts';
import { type Atom, type Kept, mapAtoms, testAtom } from './abstract/kept.ts';
import type { Misplayed } from './act-out.ts';
import type { Entry, Log } from './log.ts';
import type { StoryMove } from './story.ts';

/** What a coarser model should look at too, so that a story which is not possible is none any more. */
export interface Blame {
  readonly variables: readonly number[];
  readonly clocks: readonly number[];
}

const NOTHING: Blame = { variables: [], clocks: [] };

const isSomething = ({ variables, clocks }: Blame): boolean => variables.length + clocks.length > 0;

/**
 * Compares a story of the coarser model with what the whole machine made of it. The first difference is to blame: a move that
 * was not possible there, for what its guard reads; or one that happened there unasked, for all that it depends on.
 */
export function blameFor(machine: Machine, { kept }: Abstraction, { moves, log }: Misplayed): Blame {
  const happened = log.filter((entry, index) => changesKept(machine, kept, entry, log[index + 1]));
  let next = 0;
  const told = moves.filter(({ fails }) => fails === undefined);
  const early = new Set<StoryMove>();
  for (const move of told) {
    if (early.has(move)) continue;
    for (let tried = true; tried; ) {
      tried = false;
      const entry = happened[next];
      if (entry && entry.t <= move.t && !isSame(entry, move)) {
        const ahead = told.find(
          (each) => !early.has(each) && each !== move && each.t === entry.t && isSame(entry, each),
        );
        next++;
        tried = true;
        if (ahead) early.add(ahead);
        else {
          const blame = unasked(machine, kept, entry);
          if (isSomething(blame)) return blame;
        }
      }
    }
    const entry = happened[next];
    const did = entry !== undefined && entry.t <= move.t && isSame(entry, move);
    const at = did ? entry.before : stateAt(log, move.t);
    if (did) next++;
    const blame = at ? impossible(machine, kept, move, at, did) : NOTHING;
    if (isSomething(blame)) return blame;
  }
  for (const entry of happened.slice(next)) {
    const blame = unasked(machine, kept, entry);
    if (isSomething(blame)) return blame;
  }
  return NOTHING;
}

const isSame = (entry: Entry, move: StoryMove): boolean =>
  move.consequence !== undefined
    ? entry.consequence === move.consequence
    : entry.window !== undefined && entry.window === move.window && entry.alternative !== undefined;

/** Did anything that is kept change between these two? A clock that went on is no change. */
function changesKept({ variables }: Machine, kept: Kept, entry: Entry, next: Entry | undefined): boolean {
  if (!next || (entry.window === undefined && entry.consequence === undefined)) return false;
  const place = (clock: number) => variables.length + clock;
  return (
    [...kept.variables].some((each) => entry.before[each] !== next.before[each]) ||
    [...kept.clocks].some((each) => entry.before[place(each)] !== next.before[place(each)])
  );
}

/** The state of the run when this instant ended. */
const stateAt = (log: Log, t: number): State | undefined => log.findLast((entry) => entry.t <= t)?.before;

/** All that the entry depends on and that is not kept. */
function unasked(machine: Machine, kept: Kept, { window, consequence }: Entry): Blame {
  if (consequence !== undefined)
    return missing(kept, readsOf(machine.consequences[consequence]?.when as Guard));
  return window === undefined ? NOTHING : dependsOn(kept, machine.windows[window] as Window);
}

export function dependsOn(kept: Kept, { when, clock, owner, answered }: Window): Blame {
  const reads = readsOf(when);
  if (owner.kind === 'person' || owner.kind === 'group') reads.add(owner.failed);
  if (answered !== undefined) reads.add(answered);
  return missing(kept, reads, clock);
}

const missing = (kept: Kept, variables: ReadonlySet<number>, clock?: number): Blame => ({
  variables: [...variables].filter((each) => !kept.variables.has(each)),
  clocks: clock === undefined || kept.clocks.has(clock) ? [] : [clock],
});

/** Why the move could not be made in this state, or did not do there what it does in the story. */
function impossible(machine: Machine, kept: Kept, move: StoryMove, state: State, did: boolean): Blame {
  const wrong = wronglyAssumed(move, state);
  if (did) return { variables: wrong, clocks: [] };
  const window = move.window === undefined ? undefined : machine.windows[move.window];
  const guard = window?.when ?? machine.consequences[move.consequence ?? -1]?.when;
  if (!guard) return NOTHING;
  const conjuncts = guard.op === 'all' ? guard.guards : [guard];
  const reasons = conjuncts
    .filter((part) => !holds(part, state))
    .map((part) => falseAtoms(part, state).filter((each) => !kept.variables.has(each)));
  const variables = reasons.find(({ length }) => length > 0) ?? wrong;
  if (variables.length > 0 || window?.clock === undefined || kept.clocks.has(window.clock))
    return { variables, clocks: [] };
  const age = state[machine.variables.length + window.clock] as number;
  return {
    variables,
    clocks: age === OFF || age < window.lo || window.hi !== undefined ? [window.clock] : [],
  };
}

/** Variables whose value makes a part of a guard false. */
function falseAtoms(guard: Guard, state: State): number[] {
  const found: number[] = [];
  mapAtoms(guard, (atom: Atom, negated) => {
    if (testAtom(atom, state[atom.variable] as number) === negated) found.push(atom.variable);
    return atom;
  });
  return found;
}

/** Variables that would have to have other values, by the assumption that is nearest to the truth. */
function wronglyAssumed({ assumes }: StoryMove, state: State): number[] {
  if (!assumes || assumes.length === 0) return [];
  const wrongs = assumes.map((values) =>
    [...values]
      .filter(([variable, any]) => !any.includes(state[variable] as number))
      .map(([variable]) => variable),
  );
  return wrongs.reduce((least, each) => (each.length < least.length ? each : least));
}
