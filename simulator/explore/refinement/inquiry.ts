import type { Promised } from '../../kernel/machine.ts';
import type { Kept } from '../abstract/kept.ts';
import type { Attempt } from '../attempt.ts';
import type { Goal } from '../search/future.ts';
import type { Budget } from '../search/search.ts';
import type { ActedOut } from '../story/act-out.ts';
import type { Subject } from '../subject.ts';

/** What a model that answered looked at. */
export interface AskedModel {
  readonly kept: Kept;
  /** How it was asked; absent: a first look was enough. */
  readonly asked?: Asked | undefined;
}

/** What decided a question: where the next search of it may begin (precision reuse, Beyer et al. 2013). */
export interface Precision extends AskedModel {
  /** Where it was asked who has to fail: what that is known by. */
  readonly groups: readonly Group[];
}

/** What is asked of a model that is too large for a first look: all of it, or with times rounded to so many ticks a deadline. */
export type Asked = 'whole' | number;

/** One of these has to fail, by the variables that count their failures, as this model shows. */
export interface Group extends AskedModel {
  readonly who: ReadonlySet<number>;
}

/** What became of the question whether a promise can be broken, or called at all. */
export interface Decision {
  readonly kind: 'never' | 'found' | 'gave-up' | 'does-not-settle';
  /** Fewer failures than this do not do it; Infinity: no number does. */
  readonly least: number;
  readonly found: Known | undefined;
  readonly attempts: readonly Attempt[];
  /** undefined: nothing was looked at, or it is not decided. */
  readonly precision: Precision | undefined;
}

/** A break. One that is known without a search bounds what is looked for: nothing that costs more. */
export interface Known {
  readonly cost: number;
  readonly acted: ActedOut;
  /** Of the random run that showed it, and what made its story calm. */
  readonly seed?: number;
  readonly calmedBy?: readonly number[];
  /** A drill of the book shows it. */
  readonly drill?: true;
}

/** What is known before a search. Breaks are asked for only when they are of use. */
export interface Prior {
  /** Known from the start. */
  known(): Known | undefined;
  atRandom(): Known | undefined;
  /** What decided it before. */
  readonly precision?: Precision | undefined;
  /** It was not decided, whatever was tried with so many states a search. */
  readonly spent?: number | undefined;
  /** To survive so many failures is enough: beyond that nothing is asked. */
  readonly enough?: number | undefined;
}

/** States of a first look: what breaks in a model at all mostly does so within them. */
export const LOOK = 10_000;

export const NOTHING_KNOWN: Prior = { known: () => undefined, atRandom: () => undefined };

/** One question, and what is known about it so far. */
export interface Inquiry {
  readonly subject: Subject;
  readonly target: number;
  readonly promise: Promised;
  readonly goal: Goal;
  readonly budget: Budget;
  readonly enough?: number | undefined;
  /** With as large a budget nothing decided it: models are asked whole only where that answered before. */
  readonly isSpent?: boolean;
  known: Known | undefined;
  readonly attempts: Attempt[];
  least: number;
  /** Searched in all. */
  states: number;
  /** What the first model of each way knows. */
  readonly first: Kept;
  /** What the last model knew. */
  kept: Kept;
  /** By what `least` is known. */
  precision: Precision | undefined;
}

export const said = ({ least, attempts, precision }: Inquiry, kind: Decision['kind']): Decision => ({
  kind,
  least,
  found: undefined,
  attempts,
  precision,
});

/** Fewer failures than this do not do it, as is known by this precision. */
export function atLeast(inquiry: Inquiry, least: number, precision: Precision): void {
  if (least <= inquiry.least) return;
  inquiry.least = least;
  inquiry.precision = precision;
}

/** Once it is known that nothing less than the known break will do, that is the answer. */
export const endBy = (inquiry: Inquiry): Decision | undefined =>
  inquiry.known && inquiry.least >= inquiry.known.cost
    ? { ...said(inquiry, 'found'), found: inquiry.known }
    : undefined;

/** No more failures are asked about. */
export const isAsMuchAsAsked = ({ budget: { failures }, enough, least }: Inquiry): boolean =>
  least > (failures ?? Number.POSITIVE_INFINITY) || least > (enough ?? Number.POSITIVE_INFINITY);

/** Of two known breaks the one with fewer failures, unless only cheaper ones are asked about. */
export const cheaperOf = (
  one: Known | undefined,
  other: Known | undefined,
  { failures = Number.POSITIVE_INFINITY }: Budget,
): Known | undefined =>
  [one, other]
    .filter((each) => each !== undefined && each.cost <= failures)
    .reduce((a, b) => (a && b && b.cost < a.cost ? b : (a ?? b)), undefined);

/** What may still be spent: no run is looked at that costs as much as the known break. */
export function cheaperThan({ budget, known }: Inquiry): Budget {
  const failures = Math.min(
    budget.failures ?? Number.POSITIVE_INFINITY,
    (known?.cost ?? Number.POSITIVE_INFINITY) - 1,
  );
  return Number.isFinite(failures) ? { ...budget, failures } : budget;
}
