import { always, readsOf } from '../../kernel/guard.ts';
import type { Effect, Machine } from '../../kernel/machine.ts';
import { fire } from '../../kernel/moves.ts';
import type { State } from '../../kernel/state.ts';
import type { Entry, Log } from '../story/log.ts';
import type { StoryMove } from '../story/story.ts';
import { type Blame, type Court, guardOf, isSomething, NOTHING, smallest, unasked } from './reasons.ts';

export const isSame = (entry: Entry, move: StoryMove): boolean =>
  move.consequence !== undefined
    ? entry.consequence === move.consequence
    : entry.window !== undefined && entry.window === move.window && entry.alternative !== undefined;

/** The story's own next state: of what is kept only. */
export function follow(machine: Machine, told: State, { coarse, fails }: StoryMove): void {
  if (fails !== undefined || !coarse) return;
  const window = machine.windows[coarse.window];
  if (window) fire(machine, told, window, coarse.alternative);
}

/** The place in the log at which a move came, or at which it would have come. */
export function instantOf(log: Log, move: StoryMove): number {
  const came = log.findLastIndex((each) => isSame(each, move));
  return came >= 0 ? came : log.findLastIndex(({ t }) => move.about === true || t <= move.t);
}

/** The place of the move that changed a variable last before this place; -1: none did. */
function lastChange(log: Log, variable: number, before: number): number {
  let place = before - 1;
  while (place >= 0 && log[place]?.before[variable] === log[place + 1]?.before[variable]) place--;
  return place;
}

/** From the last change of a variable back along what made it possible, to the first thing that depends on more than is kept. */
export const whyChanged = (
  court: Court,
  variable: number,
  before: number,
  asked: ReadonlySet<number>,
  seen: Set<number>,
): Blame => whyHappened(court, lastChange(court.log, variable, before), asked, seen);

/** The same from what stands in this place of the log. */
export function whyHappened(
  court: Court,
  place: number,
  asked: ReadonlySet<number>,
  seen: Set<number>,
): Blame {
  const { log, kept } = court;
  const entry = log[place];
  if (!entry || asked.has(place) || seen.has(place)) return NOTHING;
  seen.add(place);
  const own = unasked(court, entry);
  if (isSomething(own)) return own;
  const reads = [...readsOf(guardOf(court, entry) ?? always)].filter((each) => kept.variables.has(each));
  return smallest(reads.map((each) => whyChanged(court, each, place, asked, seen))) ?? NOTHING;
}

/** What is kept and decides what the move does. */
export function decidingOf({ coarse, kept }: Court, move: StoryMove): number[] {
  const window = move.coarse && coarse.machine.windows[move.coarse.window];
  if (!window || !move.coarse) return [];
  const reads = new Set<number>();
  const visit = (effects: readonly Effect[]): void => {
    for (const effect of effects)
      if (effect.op === 'if') {
        readsOf(effect.when, reads);
        visit(effect.effects);
      }
  };
  visit(window.alternatives[move.coarse.alternative]?.effects ?? []);
  return [...reads].filter((each) => kept.variables.has(each));
}

/** What is kept and decides whether the move may come and what it does. */
export function readsKept(court: Court, move: StoryMove): number[] {
  const window = move.coarse && court.coarse.machine.windows[move.coarse.window];
  if (!window) return [];
  return [...new Set([...readsOf(window.when), ...decidingOf(court, move)])].filter((each) =>
    court.kept.variables.has(each),
  );
}
