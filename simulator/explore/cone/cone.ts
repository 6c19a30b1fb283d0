import type { Machine, Window } from '../../kernel/machine.ts';
import type { Human } from '../../kernel/may-fail.ts';

/**
 * What is left of a machine for some of its promises: a machine again, with fewer statements, merged values, its own grain and
 * caps. The whole machine's runs, with everything outside left out, are runs of the cone.
 */
export interface Cone {
  readonly machine: Machine;
  /** For each window, the place of the window of the whole machine that it comes from. */
  readonly windowOf: readonly number[];
  /** For each variable, its name's place in the whole machine. */
  readonly variableOf: readonly number[];
  readonly clockOf: readonly number[];
  /** Promises of `machine.promises` that are asked about; others are only there because something reads them. */
  readonly targets: readonly number[];
  /** People who may fail at any instant, cost 1: they own windows outside, and something inside reads whether they failed. */
  readonly restless: readonly Human[];
  /** Its grain is coarser than that of the whole machine: instants that are two there may be one here. */
  readonly blurred: boolean;
}

/**
 * Is what falls due here at the instant of a timer due at that instant there too? Only then the timer must not cancel it (D5).
 * Where instants are blurred that is certain for what waits for the same clock, and for what is due as soon as it is possible.
 */
export const isTie = ({ blurred }: Cone, timer: Window, duty: Window): boolean =>
  !blurred || duty.clock === undefined || duty.clock === timer.clock;

/** Every promise of the machine, nothing left out. */
export const wholeCone = (machine: Machine, targets: readonly number[]): Cone => ({
  machine,
  windowOf: machine.windows.map((_, index) => index),
  variableOf: machine.variables.map((_, index) => index),
  clockOf: machine.clocks.map((_, index) => index),
  targets,
  restless: [],
  blurred: false,
});
