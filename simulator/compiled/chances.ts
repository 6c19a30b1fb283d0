import type { Odds } from '../choose/random.ts';

/** What a program is made for: the odds of its runs, and all that one of them may begin with. */
export interface Chances extends Omit<Odds, 'begins'> {
  readonly beginnings: readonly Odds['begins'][];
}

/** The places of those that begin at this site. */
export const beginsAt = (site: string, { beginnings }: Chances): number[] =>
  beginnings.flatMap((begins, place) => (begins.site === site ? [place] : []));
