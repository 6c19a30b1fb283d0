import { readsOf } from '../../kernel/guard.ts';
import type { Abstraction } from '../abstract/abstraction.ts';
import type { Influence, Way } from '../abstract/influence.ts';
import type { Misplayed } from '../story/act-out.ts';
import type { StoryMove } from '../story/story.ts';
import { type Blame, NOTHING } from './reasons.ts';

/** What a promise may be asked to look at of itself. */
const MOST = 6;

/**
 * What guards the promise: first what decides whether it breaks, then whatever stands before a move of the story and is written
 * where that is read. `Nothing is frozen before counsel approves`: that the freeze was authorised comes before how it came to be
 * next.
 */
export function blameGuards(
  assumed: Influence,
  { kept }: Abstraction,
  promise: number,
  { moves }: Misplayed,
): Blame {
  const last = moves.at(-1);
  const decides = last ? decidesAt(assumed, last, promise).filter((each) => each !== promise) : [];
  const lacks = decides.filter((each) => !kept.variables.has(each));
  if (lacks.length > 0 && lacks.length <= MOST) return { variables: lacks, clocks: [] };
  const related = writtenWith(assumed, decides);
  const isNear = (variable: number): boolean =>
    related.has(variable) || guardsOfWriters(assumed, variable).some((reads) => meets(reads, related));
  for (const move of moves.toReversed()) {
    const guard = guardReads(assumed, move).find((each) => !kept.variables.has(each) && isNear(each));
    if (guard !== undefined) return { variables: [guard], clocks: [] };
  }
  return NOTHING;
}

/** What the promise breaks by; a state that must never be breaks it once it has begun. */
function decidesAt(assumed: Influence, last: StoryMove, promise: number): number[] {
  const ways = waysOf(assumed, last);
  const isWritten = ways.some(({ footprint }) => footprint.variables.has(promise));
  return isWritten ? [...readAround(ways, promise)] : guardReads(assumed, last);
}

const waysOf = ({ windows, consequences }: Influence, { window, consequence }: StoryMove): readonly Way[] =>
  window === undefined
    ? [consequences[consequence ?? -1]?.way].flatMap((way) => way ?? [])
    : (windows[window]?.ways ?? []);

/** What is read where the promise is written. */
function readAround(ways: readonly Way[], promise: number): Set<number> {
  const reads = new Set<number>();
  const visit = (effects: Way['effects']): boolean =>
    effects.reduce((found, effect) => {
      if (effect.op === 'set') return effect.variable === promise || found;
      if (effect.op !== 'if' || !visit(effect.effects)) return found;
      readsOf(effect.when, reads);
      return true;
    }, false);
  for (const { effects } of ways) visit(effects);
  return reads;
}

const writtenWith = ({ writers }: Influence, variables: readonly number[]): Set<number> =>
  new Set(variables.flatMap((each) => [each, ...(writers[each] ?? []).flatMap((way) => [...way.variables])]));

const guardsOfWriters = ({ windows, consequences }: Influence, variable: number): ReadonlySet<number>[] => [
  ...windows.flatMap(({ ways, reads }) =>
    ways.some(({ footprint }) => footprint.variables.has(variable)) ? [reads] : [],
  ),
  ...consequences.flatMap(({ way, reads }) => (way.footprint.variables.has(variable) ? [reads] : [])),
];

const guardReads = ({ windows, consequences }: Influence, { window, consequence }: StoryMove): number[] => [
  ...((window === undefined ? consequences[consequence ?? -1] : windows[window])?.reads ?? []),
];

const meets = (some: ReadonlySet<number>, others: ReadonlySet<number>): boolean =>
  [...some].some((each) => others.has(each));
