import type { Window } from '../kernel/machine.ts';
import type { Chooser } from './chooser.ts';

/** Chances of a seeded run, as percentages from 0 to 100. */
export interface Odds {
  /** How often an owner misses his bound altogether. */
  readonly failurePercent: number;
  /** Sites of nature that move at the start: signal or declaration, with the alternative that comes. */
  readonly begins: { readonly site: string; readonly alternative: string };
  /**
   * What nobody is bound to do: how often it happens when it can, and within how many grains from then. Absent: never, save
   * what begins.
   */
  readonly free?: { readonly percent: number; readonly within: number };
  /** How often a bounded move comes as soon as it may, and how often on the bell. Otherwise one time is as likely as another. */
  readonly pace?: { readonly earliest: number; readonly latest: number };
}

/**
 * 32 bits of chance from a seed (splitmix32 as published by Steele, Lea and Flood, 2014, with the finaliser constants of
 * murmur3): the same seed gives the same numbers on every machine.
 */
export function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

const EVEN = { earliest: 0, latest: 0 };

/** Simulation: alternatives are drawn evenly, times evenly or by the pace, people fail at the given odds, nature begins once. */
export function randomChooser(seed: number, odds: Odds): Chooser {
  const draw = splitmix32(seed);
  const below = (n: number): number => draw() % n;
  const decided = new Map<Window, number | undefined>();
  let begun = false;
  const freely = (window: Window, lo: number): number | undefined => {
    const age = odds.free && below(100) < odds.free.percent ? lo + below(odds.free.within + 1) : undefined;
    decided.set(window, age);
    return age;
  };
  const timely = (lo: number, hi: number): number => {
    const mark = odds.pace === undefined ? 100 : below(100);
    const { earliest, latest } = odds.pace ?? EVEN;
    return mark < earliest ? lo : mark < earliest + latest ? hi : lo + below(hi - lo + 1);
  };
  return {
    choose: (site, n) => {
      if (site.name !== odds.begins.site) return below(n);
      begun = true;
      return Math.max(
        0,
        site.window.alternatives.findIndex(({ name }) => name === odds.begins.alternative),
      );
    },
    window: (site, lo, hi) => {
      if (hi === undefined) {
        if (site.name === odds.begins.site) return begun ? undefined : 0;
        return site.again ? decided.get(site.window) : freely(site.window, lo);
      }
      const human = site.window.owner.kind === 'person' || site.window.owner.kind === 'group';
      if (human && below(100) < odds.failurePercent) return undefined;
      return timely(lo, hi);
    },
  };
}
