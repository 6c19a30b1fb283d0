import type { Machine } from '../../kernel/machine.ts';
import type { State } from '../../kernel/state.ts';
import type { Observer } from '../../run/player.ts';

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

/** Writes down a run, and shows its present state to whoever has to choose. */
export interface Scribe {
  readonly observer: Observer;
  /** The state of the run as it is now; undefined before anything has happened. */
  state(): State | undefined;
  /** Moves and steps of time so far. */
  moves(): number;
  log(ended: number, last: State): Log;
}

/** `encode`: the state as coarser models see it. */
export function makeLog(whole: Machine, encode: (state: State) => State): Scribe {
  const entries: Entry[] = [];
  const place = new Map(whole.windows.map((window, index) => [window, index]));
  let live: State | undefined;
  const note = (entry: Omit<Entry, 'before'>, state: State): void => {
    live = state;
    entries.push({ ...entry, before: encode(state) });
  };
  return {
    observer: {
      moves: (window, alternative, t, state) =>
        note({ t, window: place.get(window) as number, alternative }, state),
      consequence: (consequence, t, state) => note({ t, consequence }, state),
      passes: (t, state) => note({ t }, state),
    },
    state: () => live,
    moves: () => entries.length,
    log: (ended, last) => [...entries, { t: ended, before: encode(last) }],
  };
}
