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

const NEVER = { percent: 0, within: 0 };

/** Simulation: every time and every alternative is drawn evenly, people fail at the given odds, nature begins once. */
export function randomChooser(seed: number, odds: Odds): Chooser {
  const draw = splitmix32(seed);
  const below = (n: number): number => draw() % n;
  const decided = new Map<Window, number | undefined>();
  let begun = false;
  const freely = (window: Window, lo: number): number | undefined => {
    const { percent, within } = odds.free ?? NEVER;
    const age = percent > 0 && below(100) < percent ? lo + below(within + 1) : undefined;
    decided.set(window, age);
    return age;
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
      return lo + below(hi - lo + 1);
    },
  };
}
