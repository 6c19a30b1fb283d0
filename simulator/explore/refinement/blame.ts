import { PROMISE } from '../../kernel/machine.ts';
import { settle } from '../../kernel/moves.ts';
import { initialState, type State } from '../../kernel/state.ts';
import type { Abstraction } from '../abstract/abstraction.ts';
import type { Influence } from '../abstract/influence.ts';
import type { Misplayed } from '../story/act-out.ts';
import type { Entry, Log } from '../story/log.ts';
import type { StoryMove } from '../story/story.ts';
import type { Subject } from '../subject.ts';
import { follow, isSame, readsKept, whyChanged, whyHappened } from './evidence.ts';
import {
  type Blame,
  type Court,
  impossible,
  isSomething,
  misread,
  NOTHING,
  nearestMiss,
  smallest,
  unasked,
} from './reasons.ts';

/**
 * Compares a story of the coarser model with what the whole machine made of it. The first move that did not come, or came where
 * something it reads was otherwise, is to blame: for what its guard reads; or what happened unasked, for all that it depends on.
 * That a move which may come at any time came late is no reason.
 */
export function blameFor(
  assumed: Influence,
  coarse: Abstraction,
  { moves, log, loose }: Misplayed,
  anyTime: ReadonlySet<number>,
): Blame {
  const court: Court = { assumed, coarse, kept: coarse.kept, log, anyTime };
  const told = initialState(coarse.machine);
  settle(coarse.machine, told);
  const matches: Match[] = [];
  for (const moved of moves) {
    const move = loose ? { ...moved, about: true as const } : moved;
    if (move.fails === undefined) {
      const blame = tryMove(court, move, told, matches);
      if (isSomething(blame)) return blame;
    }
    follow(coarse.machine, told, move);
  }
  return atTheEnd(court, told, matches);
}

/**
 * An alert whose signal the story moves too, for its own ends: what is prepared for the one undoes the other, until the model looks at
 * the signal.
 */
export function blameSignals({ preparations }: Subject, { kept }: Abstraction, { moves }: Misplayed): Blame {
  for (const { window } of moves) {
    const needed = window === undefined ? undefined : preparations.get(window);
    if (!needed || kept.variables.has(needed.variable)) continue;
    if (moves.some((other) => other.window === needed.window))
      return { variables: [needed.variable], clocks: [] };
  }
  return NOTHING;
}

/**
 * A timer whose clock is not looked at fires in the story before its time: no timer ever does, whatever else is the case. Alerts
 * are another matter: nature moves their signals when it likes.
 */
export function blameTimers(
  { assumed: { machine }, preparations }: Subject,
  { kept }: Abstraction,
  { moves, log }: Misplayed,
): Blame {
  for (const { t, window: index, about } of moves) {
    const window = index === undefined ? undefined : machine.windows[index];
    if ((about && kept.clocks.size > 0) || window?.owner.kind !== 'machine') continue;
    if (preparations.has(index as number)) continue;
    if (window.clock === undefined || kept.clocks.has(window.clock)) continue;
    const age = log.findLast((entry) => entry.t <= t)?.before[machine.variables.length + window.clock];
    if (age !== undefined && age < window.lo) return { variables: [], clocks: [window.clock] };
  }
  return NOTHING;
}

/**
 * The promise was kept, stopped to count or began to count anew in the run where the story breaks it: who did that unasked comes
 * before all else. In a run that went on after the story it is the first who did.
 */
export function blameKept(
  assumed: Influence,
  coarse: Abstraction,
  promise: number,
  { moves, log, loose }: Misplayed,
  anyTime: ReadonlySet<number>,
): Blame {
  const court: Court = { assumed, coarse, kept: coarse.kept, log, anyTime };
  const isAsked = (entry: Entry): boolean => moves.some((move) => isSame(entry, move));
  const saves = savesOf(assumed, promise, log).filter((entry) => !isAsked(entry));
  const entry = loose ? saves[0] : saves.at(-1);
  if (!entry) return NOTHING;
  const asked = new Set(log.flatMap((each, place) => (isAsked(each) ? place : [])));
  return whyHappened(court, log.indexOf(entry), asked, new Set());
}

/** After which the promise is not open any more, or open for longer. */
function savesOf({ machine: { promises, variables } }: Influence, promise: number, log: Log): Log {
  const clock = promises.find(({ variable }) => variable === promise)?.clock;
  const ageIn = (entry: Entry): number =>
    clock === undefined ? 0 : (entry.before[variables.length + clock] as number);
  return log.filter((entry, index) => {
    const next = log[index + 1];
    if (!next || entry.before[promise] !== PROMISE.open) return false;
    return next.before[promise] !== PROMISE.open || ageIn(next) < ageIn(entry);
  });
}

/** A move of the story that came: where in the log, and from where on it was looked for. */
interface Match {
  readonly move: StoryMove;
  readonly from: number;
  readonly place: number;
}

const cursorOf = (matches: readonly Match[]): number => (matches.at(-1)?.place ?? -1) + 1;

/** Looks for the move after those that came already, and adds it to them. */
function tryMove(court: Court, move: StoryMove, told: State, matches: Match[]): Blame {
  const { log } = court;
  const from = cursorOf(matches);
  const place = log.findIndex((entry, index) => index >= from && isSame(entry, move));
  const entry = log[place];
  if (!entry || (!move.about && entry.t > move.t)) return neverCame(court, move, from);
  matches.push({ move, from, place });
  if (!move.about && entry.t < move.t) {
    const early = unasked(court, entry);
    if (isSomething(early)) return early;
  }
  const wrong = readsKept(court, move).find((variable) => entry.before[variable] !== told[variable]);
  return wrong === undefined ? misread(court, move, entry.before) : otherwise(court, wrong, matches);
}

/**
 * Something that is kept was otherwise than in the story when the last move came: either a move could not come before that
 * happened, or it happened unasked.
 */
function otherwise(court: Court, variable: number, matches: readonly Match[]): Blame {
  const { log, anyTime } = court;
  const place = matches.at(-1)?.place ?? 0;
  let culprit = place - 1;
  while (culprit > 0 && log[culprit]?.before[variable] === log[place]?.before[variable]) culprit--;
  for (const match of matches) {
    if (match.place <= culprit || anyTime.has(match.move.window ?? -1)) continue;
    const before = nearestMiss(court, match.move, log.slice(match.from, culprit + 1));
    if (isSomething(before)) return before;
  }
  const entry = log[culprit];
  return entry ? unasked(court, entry) : NOTHING;
}

function neverCame(court: Court, move: StoryMove, cursor: number): Blame {
  const { log } = court;
  if (move.about) return nearestMiss(court, move, log.slice(cursor));
  const at = log.findLast((entry) => entry.t <= move.t)?.before;
  return at ? impossible(court, move, at) : NOTHING;
}

/**
 * All moves came, and yet the promise is not where the story has it: what moved it there came unasked, or was made possible by
 * something that did. Where that says nothing, whatever else came unasked.
 */
function atTheEnd(court: Court, told: State, matches: readonly Match[]): Blame {
  const { log, kept } = court;
  const last = log.length - 1;
  const end = log[last]?.before;
  const asked = new Set(matches.map(({ place }) => place));
  const differing = [...kept.variables].filter((variable) => end && end[variable] !== told[variable]);
  const why = (variable: number) => whyChanged(court, variable, last, asked, new Set());
  const promised = new Set(court.assumed.machine.promises.map(({ variable }) => variable));
  return (
    smallest(differing.filter((each) => promised.has(each)).map(why)) ??
    smallest(differing.map(why)) ??
    smallest(
      log.map((entry, index) =>
        changesKept(court, entry, log[index + 1]) ? unasked(court, entry) : NOTHING,
      ),
    ) ??
    NOTHING
  );
}

/** Did anything that is kept change between these two? A clock that went on is no change. */
function changesKept({ assumed, kept }: Court, entry: Entry, next: Entry | undefined): boolean {
  if (!next || (entry.window === undefined && entry.consequence === undefined)) return false;
  const place = (clock: number) => assumed.machine.variables.length + clock;
  return (
    [...kept.variables].some((each) => entry.before[each] !== next.before[each]) ||
    [...kept.clocks].some((each) => entry.before[place(each)] !== next.before[place(each)])
  );
}
