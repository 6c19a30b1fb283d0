import type { Window } from '../kernel/machine.ts';

/** One asking at a window. Sites are names; the occurrence counts how often this name has fired before, from 1. */
export interface Site {
  readonly name: string;
  readonly occurrence: number;
  readonly window: Window;
  /** Grains since the run began. */
  readonly now: number;
  /** Grains at which its clock started; without a clock, at which it opened. Ages are counted from here. */
  readonly start: number;
  /** A free window that has stood open, its clock not started anew, since it was asked before. */
  readonly again: boolean;
}

/** Where runs may differ. Everything else in the simulator is a pure function of the machine and of these answers. */
export interface Chooser {
  /** Which alternative happens, 0 to n - 1; 0 is the nominal, calm one. */
  choose(site: Site, n: number): number;
  /**
   * At which age of its clock the window fires: lo to hi in time, more than hi late, undefined never. A bounded window is
   * asked once, when it opens; a free one (hi undefined) again after every move.
   */
  window(site: Site, lo: number, hi: number | undefined): number | undefined;
  /** Told of every event, in order. */
  saw?(event: string, now: number): void;
}
