import type { Beginning } from '../../campaign/beginnings.ts';
import type { Odds } from '../../choose/random.ts';
import type { RunChances } from '../../compiled/chances.ts';

const MINUTE = 60;
const HOUR = 3600;

export const chances = (
  failures: number,
  free: number,
  within: number,
  earliest: number,
  latest: number,
): RunChances => ({ failures, free, within, earliest, latest });

/**
 * The kinds of random runs, in turns. Promises break at the ends of windows, so that most times are at one; nobody late shows
 * what the pace alone breaks, everybody late what is broken at all. What nobody is bound to do comes soon, or late.
 */
export const CHANCES: readonly RunChances[] = [
  chances(0, 0, 0, 20, 50),
  chances(0, 5, HOUR, 30, 30),
  chances(0, 30, 5 * MINUTE, 40, 40),
  chances(0, 30, 4 * HOUR, 40, 40),
  chances(0, 60, 30 * MINUTE, 30, 30),
  chances(3, 5, 4 * HOUR, 60, 20),
  chances(5, 25, 30 * MINUTE, 40, 30),
  chances(15, 10, 5 * MINUTE, 60, 20),
  chances(60, 10, HOUR, 40, 40),
  chances(100, 3, HOUR, 50, 0),
];

/** Seconds: the longest deadline of a review, and a week. */
export const HORIZON = 37 * 24 * HOUR;

/** After so many moves a run shows nothing new: an incident that nobody ends goes on with its updates. */
export const MOVES = 400;

/** What a program is made for that plays them all. */
export const oddsOf = (begins: Beginning): Odds => ({
  failurePercent: 0,
  begins,
  free: { percent: 0, within: 0 },
  pace: { earliest: 0, latest: 0 },
});
