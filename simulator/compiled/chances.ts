import type { Odds } from '../choose/random.ts';

/** What a program is made for: the odds of its runs, and all that one of them may begin with. */
export interface Chances extends Omit<Odds, 'begins'> {
  readonly beginnings: readonly Odds['begins'][];
  /** The odds are not the program's but each run's: it is to be told them. */
  readonly perRun?: boolean;
}

/** What `Odds` says, of one run: percentages, and the grains within which comes what nobody is bound to do. */
export interface RunChances {
  readonly failures: number;
  readonly free: number;
  readonly earliest: number;
  readonly latest: number;
  readonly within: number;
}

/** Where a program that is told its chances run by run finds them in `g`. */
export const CHANCE_PLACES: Record<keyof RunChances, number> = {
  failures: 10,
  free: 11,
  earliest: 12,
  latest: 13,
  within: 14,
};

const fixed = ({ failurePercent, free, pace }: Chances): RunChances => ({
  failures: failurePercent,
  free: free?.percent ?? 0,
  earliest: pace?.earliest ?? 0,
  latest: pace?.latest ?? 0,
  within: free?.within ?? 0,
});

/** One of them as it stands in the text of a program. */
export const chanceText = (odds: Chances, name: keyof RunChances): string =>
  odds.perRun ? `g[${CHANCE_PLACES[name]}]` : String(fixed(odds)[name]);

/** Tells a program the chances of its next run. */
export function setChances(g: Int32Array, chances: RunChances): void {
  g[CHANCE_PLACES.failures] = chances.failures;
  g[CHANCE_PLACES.free] = chances.free;
  g[CHANCE_PLACES.earliest] = chances.earliest;
  g[CHANCE_PLACES.latest] = chances.latest;
  g[CHANCE_PLACES.within] = chances.within;
}

/** The places of those that begin at this site. */
export const beginsAt = (site: string, { beginnings }: Chances): number[] =>
  beginnings.flatMap((begins, place) => (begins.site === site ? [place] : []));
