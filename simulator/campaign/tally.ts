import type { Position } from '../../model/position.ts';
import type { HowEnded } from '../run/run.ts';

/** What became of one promise in many runs. */
export interface PromiseTally {
  readonly name: string;
  readonly text: string;
  /** Where the book states it. */
  readonly position: Position | null;
  /** Runs in which its clock started, or its check was made. */
  readonly called: number;
  readonly kept: number;
  /** Runs in which it broke at least once. */
  readonly broken: number;
  readonly excused: number;
  /** Runs that ended before it was decided. */
  readonly open: number;
  /** Of the first run in which it broke. */
  readonly firstBreak: Breaking | null;
  /** Of the run in which it broke with the fewest people late before; the first of several. */
  readonly cheapestBreak: Breaking | null;
}

/** A run in which a promise broke. */
export interface Breaking {
  readonly seed: number;
  /** How many people had missed a bound by then. */
  readonly late: number;
}

/** A run that the machine refused: consequences or an instant without an end. */
export interface Refusal {
  readonly seed: number;
  readonly why: string;
}

/** What many random incidents of one runbook came to. */
export interface RunbookTally {
  readonly book: string;
  readonly runbook: string;
  readonly runs: number;
  /** Records of all runs. */
  readonly events: number;
  /** How many runs ended in which way. */
  readonly ended: Readonly<Record<HowEnded, number>>;
  readonly refused: number;
  readonly firstRefusal: Refusal | null;
  readonly promises: readonly PromiseTally[];
}

const first = <T extends { seed: number }>(a: T | null, b: T | null): T | null => a ?? b;

const cheaper = (a: Breaking | null, b: Breaking | null): Breaking | null =>
  a === null || (b !== null && b.late < a.late) ? b : a;

/** Two parts of a campaign, the earlier runs first, as one. */
export function joinTallies(a: RunbookTally, b: RunbookTally): RunbookTally {
  const ended = Object.fromEntries(
    Object.entries(a.ended).map(([how, count]) => [how, count + b.ended[how as HowEnded]]),
  ) as Record<HowEnded, number>;
  return {
    book: a.book,
    runbook: a.runbook,
    runs: a.runs + b.runs,
    events: a.events + b.events,
    ended,
    refused: a.refused + b.refused,
    firstRefusal: first(a.firstRefusal, b.firstRefusal),
    promises: a.promises.map((mine, index) => joinPromises(mine, b.promises[index] as PromiseTally)),
  };
}

const joinPromises = (a: PromiseTally, b: PromiseTally): PromiseTally => ({
  name: a.name,
  text: a.text,
  position: a.position,
  called: a.called + b.called,
  kept: a.kept + b.kept,
  broken: a.broken + b.broken,
  excused: a.excused + b.excused,
  open: a.open + b.open,
  firstBreak: first(a.firstBreak, b.firstBreak),
  cheapestBreak: cheaper(a.cheapestBreak, b.cheapestBreak),
});
