import type { At } from '../../model/position.ts';
import type { Guard } from './guard.ts';

/** What a move does, in order, in zero time. Indices point into the machine's own lists. */
export type Effect =
  | { readonly op: 'set'; readonly variable: number; readonly to: number }
  | { readonly op: 'add'; readonly variable: number; readonly by: number }
  /** Age 0 from now; a clock that runs is left alone unless `restart`. */
  | { readonly op: 'start'; readonly clock: number; readonly restart: boolean }
  | { readonly op: 'stop'; readonly clock: number }
  /** Runs the reactions attached to the event, and puts it on the trace. */
  | { readonly op: 'emit'; readonly event: number }
  | { readonly op: 'if'; readonly when: Guard; readonly effects: readonly Effect[] };

/** A value from 0 to size - 1; a sum past an end stays at the end. */
export interface Variable {
  readonly name: string;
  readonly size: number;
  readonly initial: number;
}

/** Off, or an age in grains that stops growing at `cap`: the largest constant it is compared with, plus one. */
export interface Clock {
  readonly name: string;
  readonly cap: number;
}

/**
 * Who answers for a window. Groups are counts: `failed` says how many of its seats have given up. `assumed`: a proof
 * has it that this owner never fails, or that nothing binds it from the start.
 */
export type Owner =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly failed: number;
      readonly assumed?: 'steady' | 'late';
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly failed: number;
      readonly seats: number;
      readonly assumed?: 'steady' | 'late';
    }
  | { readonly kind: 'machine' }
  | { readonly kind: 'nature' };

/** What a window's owner does there; scripts give one answer per kind. */
export type Doing = 'acknowledge' | 'act' | 'step' | 'start' | 'sign' | 'timer' | 'nature';

/** For which role somebody acts, and why he may. */
export interface Standing {
  readonly role: string;
  readonly as: 'primary' | 'backup' | 'provisional';
}

/** One way a window may be answered. */
export interface Alternative {
  readonly name: string;
  readonly effects: readonly Effect[];
}

/**
 * A named move that may happen while `when` holds and lo <= age(clock) <= hi, both bounds closed, in grains. No clock: as soon
 * as possible. No `hi`: free, never due.
 */
export interface Window {
  readonly site: string;
  readonly doing: Doing;
  readonly owner: Owner;
  readonly when: Guard;
  readonly clock: number | undefined;
  readonly lo: number;
  readonly hi: number | undefined;
  /** Its bounds lie one grain beside what the book says, so that what happens at that very instant is on the right side of it. */
  readonly shift?: -1 | 1;
  readonly alternatives: readonly Alternative[];
  /** For a group's window: how many have already answered. */
  readonly answered: number | undefined;
  /** A timer that fires when business hours open: exact in a run that knows its calendar, else anywhere in its bounds. */
  readonly atOpening: boolean;
  /** Its bounds are a default pace of the book: nothing is said of this very act. */
  readonly assumed?: true;
  /** Whom its owner stands for there; absent where he acts for himself. */
  readonly acts?: Standing;
  /** The node of the book that it comes from. */
  readonly at: At | undefined;
  /** The move in plain words, without its owner: `calls the custodian`. */
  readonly text: string;
}

/** Happens by itself, in zero time, in book order, and must falsify its own guard. */
export interface Consequence {
  readonly name: string;
  /** The node of the book that it comes from; absent where it only keeps the books of others. */
  readonly at?: At;
  readonly when: Guard;
  readonly effects: readonly Effect[];
}

/** An event: its name in the book's vocabulary, its kind on the trace, and its effects. */
export interface MachineEvent {
  readonly name: string;
  readonly kind: string;
  /** What the event is about: the role paged, the step done. */
  readonly subject: string | undefined;
  readonly reactions: readonly Effect[];
  readonly text: string;
}

/** Values of a promise's variable. */
export const PROMISE = { idle: 0, open: 1, met: 2, violated: 3, excused: 4 } as const;

/**
 * A checked deadline, or a check at an instant. It forces nobody: the tick that takes the age of an open promise past `bound`
 * violates it; a check is set to met or violated by the reactions of the event it guards.
 */
export interface Promised {
  readonly name: string;
  readonly variable: number;
  /** undefined: a check at an instant, without a deadline. */
  readonly clock: number | undefined;
  /** In grains; for business time, its shortest real length over all starts. */
  readonly bound: number;
  readonly businessDays: number | undefined;
  /** Events that discharge it. */
  readonly expects: readonly number[];
  readonly atClose: 'excused' | 'blocks' | 'outlives';
  /** People who may fail before it may break; whether the book says so itself. */
  readonly tolerate: number | 'any';
  readonly pinned: boolean;
  readonly text: string;
  readonly at: At | undefined;
}

/** Everything that may happen in an incident, or in several that share people, as data: the kernel, the simulator and the prover run the same machine. */
export interface Machine {
  /** Seconds per grain. */
  readonly grain: number;
  readonly variables: readonly Variable[];
  readonly clocks: readonly Clock[];
  readonly windows: readonly Window[];
  readonly consequences: readonly Consequence[];
  readonly events: readonly MachineEvent[];
  readonly promises: readonly Promised[];
}
