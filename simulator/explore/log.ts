import type { Machine } from '../kernel/machine.ts';
import type { State } from '../kernel/state.ts';
import type { Observer } from '../run/player.ts';

/** One move of a run of the whole machine, and the state before it. */
export interface Entry {
  /** Grains. */
  readonly t: number;
  readonly before: State;
  readonly window?: number;
  /** undefined for a window: its owner failed there. */
  readonly alternative?: number | undefined;
  readonly consequence?: number;
}

/** A run of the whole machine, move by move. The last entry is the end. */
export type Log = readonly Entry[];

export function makeLog(whole: Machine): { readonly observer: Observer; log(): Log } {
  const entries: Entry[] = [];
  const place = new Map(whole.windows.map((window, index) => [window, index]));
  return {
    observer: {
      moves: (window, alternative, t, state) =>
        entries.push({ t, before: state.slice(), window: place.get(window) as number, alternative }),
      consequence: (consequence, t, state) => entries.push({ t, before: state.slice(), consequence }),
      passes: (t, state) => entries.push({ t, before: state.slice() }),
    },
    log: () => entries,
  };
}
