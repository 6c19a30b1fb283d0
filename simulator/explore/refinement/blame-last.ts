import { settle } from '../../kernel/moves.ts';
import { initialState } from '../../kernel/state.ts';
import type { Abstraction } from '../abstract/abstraction.ts';
import type { Influence } from '../abstract/influence.ts';
import type { Misplayed } from '../story/act-out.ts';
import { decidingOf, follow, instantOf, isSame, whyChanged } from './evidence.ts';
import { type Blame, type Court, misread, NOTHING, smallest } from './reasons.ts';

/**
 * The move that breaks the promise came, whenever it did, and did something else; or it did not come, and would have done something
 * else: what the promise itself remembers comes first.
 */
export function blameLast(
  assumed: Influence,
  coarse: Abstraction,
  { moves, log }: Misplayed,
  anyTime: ReadonlySet<number>,
): Blame {
  const last = moves.at(-1);
  const entry = last && log[instantOf(log, last)];
  return entry ? misread({ assumed, coarse, kept: coarse.kept, log, anyTime }, last, entry.before) : NOTHING;
}

/**
 * What decides whether the last move breaks the promise was otherwise at that instant of the run, whether the move came or not: who
 * changed it unasked. How the run went on otherwise need not be known then.
 */
export function blameMemory(
  assumed: Influence,
  coarse: Abstraction,
  { moves, log }: Misplayed,
  anyTime: ReadonlySet<number>,
): Blame {
  const last = moves.at(-1);
  const place = last === undefined ? -1 : instantOf(log, last);
  const now = log[place]?.before;
  if (!last || !now) return NOTHING;
  const court: Court = { assumed, coarse, kept: coarse.kept, log, anyTime };
  const told = initialState(coarse.machine);
  settle(coarse.machine, told);
  for (const move of moves.slice(0, -1)) follow(coarse.machine, told, move);
  const asked = new Set(
    log.flatMap((entry, index) => (moves.some((move) => isSame(entry, move)) ? index : [])),
  );
  const differing = decidingOf(court, last).filter((each) => now[each] !== told[each]);
  return smallest(differing.map((each) => whyChanged(court, each, place, asked, new Set()))) ?? NOTHING;
}
