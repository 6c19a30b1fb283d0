import type { Machine } from '../kernel/machine.ts';
import { settle } from '../kernel/moves.ts';
import { initialState, type State } from '../kernel/state.ts';
import type { Abstraction } from './abstract/abstraction.ts';
import type { Influence } from './abstract/influence.ts';
import type { Misplayed } from './act-out.ts';
import { decidingOf, follow, instantOf, isSame, lastChange, whyChanged } from './evidence.ts';
import type { Log } from './log.ts';
import { type Blame, type Court, isSomething, misread, NOTHING, nearestMiss, smallest } from './reasons.ts';
import type { StoryMove } from './story.ts';

/**
 * The move that breaks the promise came, whenever it did, and did something else; or it did not come, and would have done something
 * else: what the promise itself remembers comes first.
 */
export function blameLast(assumed: Influence, coarse: Abstraction, { moves, log }: Misplayed): Blame {
  const last = moves.at(-1);
  const entry = last && log[instantOf(log, last)];
  return entry ? misread({ assumed, coarse, kept: coarse.kept, log }, last, entry.before) : NOTHING;
}

/**
 * What decides whether the last move breaks the promise was otherwise at that instant of the run, whether the move came or not: why
 * the story had not come so far before it changed, if it did later, or else who changed it unasked. How the run went on otherwise need not be known then.
 */
export function blameMemory(assumed: Influence, coarse: Abstraction, { moves, log }: Misplayed): Blame {
  const last = moves.at(-1);
  const place = last === undefined ? -1 : instantOf(log, last);
  const now = log[place]?.before;
  if (!last || !now) return NOTHING;
  const court: Court = { assumed, coarse, kept: coarse.kept, log };
  const told = toldBefore(coarse.machine, moves);
  const asked = new Set(
    log.flatMap((entry, index) => (moves.some((move) => isSame(entry, move)) ? index : [])),
  );
  const differing = decidingOf(court, last).filter((each) => now[each] !== told.at(-1)?.[each]);
  const before = (variable: number) => log.slice(0, lastChange(log, variable, place) + 1);
  const came = log.some((entry) => isSame(entry, last));
  return (
    (came ? smallest(differing.map((each) => tooLate(court, moves, told, before(each)))) : undefined) ??
    smallest(differing.map((each) => whyChanged(court, each, place, asked, new Set()))) ??
    NOTHING
  );
}

/** What the story itself has before each of its moves: of what is kept only. */
function toldBefore(machine: Machine, moves: readonly StoryMove[]): State[] {
  const told = initialState(machine);
  settle(machine, told);
  return moves.map((move) => {
    const before = told.slice();
    follow(machine, told, move);
    return before;
  });
}

/**
 * The first move that had not come by then, or that came where something that is kept was otherwise, and of which there is something to
 * learn: what stood in its way most nearly, or who changed that.
 */
function tooLate(court: Court, moves: readonly StoryMove[], told: readonly State[], log: Log): Blame {
  const earlier = { ...court, log };
  for (const [index, move] of moves.entries()) {
    if (move.fails !== undefined) continue;
    const place = log.findIndex((entry) => isSame(entry, move));
    const blame = place < 0 ? nearestMiss(earlier, move, log) : diverged(earlier, told[index], place);
    if (isSomething(blame)) return blame;
  }
  return NOTHING;
}

/** Who changed unasked what is kept and was otherwise in the story. */
function diverged(court: Court, told: State | undefined, place: number): Blame {
  const { log, kept } = court;
  const differing = [...kept.variables].filter((each) => log[place]?.before[each] !== told?.[each]);
  return smallest(differing.map((each) => whyChanged(court, each, place, new Set(), new Set()))) ?? NOTHING;
}
