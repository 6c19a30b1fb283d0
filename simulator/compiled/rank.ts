import type { Machine, Window } from '../kernel/machine.ts';

/** Later than any time of a run; a plan for then is never carried out. */
export const NEVER = 0x7fffffff;

/** One of the ways to move: this window, or its owner who is late at it. */
export interface Way {
  readonly window: number;
  readonly late: boolean;
}

/**
 * All ways to move in the order in which they come within one instant: people, those who are late, nature, timers (D5, D6);
 * within each the order of the book. A plan is one number, its time `span` times over plus the place of its way: the lowest
 * moves first. It is exact as a float.
 */
export interface Ranking {
  readonly ways: readonly Way[];
  /** A power of two, so that a plan is cheap to take apart. */
  readonly span: number;
  /** The places of the late: from here, and up to here. */
  readonly late: readonly [from: number, to: number];
  placeOf(window: number, late: boolean): number;
}

export function rankingOf({ windows }: Machine, watched: readonly number[]): Ranking {
  const those = (is: (window: Window) => boolean, late = false): Way[] =>
    watched.filter((index) => is(windows[index] as Window)).map((window) => ({ window, late }));
  const people = those(isHuman);
  const ways = [
    ...people,
    ...those(isHuman, true),
    ...those(({ owner }) => owner.kind === 'nature'),
    ...those((window) => !isHuman(window) && window.owner.kind !== 'nature'),
  ];
  return {
    ways,
    span: 2 ** Math.ceil(Math.log2(ways.length + 1)),
    late: [people.length, 2 * people.length],
    placeOf: (window, late) => ways.findIndex((way) => way.window === window && way.late === late),
  };
}

export const isHuman = ({ owner }: Window): boolean => owner.kind === 'person' || owner.kind === 'group';
