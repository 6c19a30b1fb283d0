import type { ScenarioDocument } from '../../model/generated/types.ts';
import type { At } from '../../model/position.ts';
import type { BreakLine } from '../replay/break-lines.ts';
import type { Attempt } from './attempt.ts';
import type { Clue } from './clue.ts';
import type { ActedOut } from './story/act-out.ts';

export type Verdict =
  /** In every run, of any length, whoever fails. */
  | { readonly kind: 'holds'; readonly states: number }
  /** In every run in which at most so many people fail; more was not seen. */
  | { readonly kind: 'holds-up-to'; readonly failures: number }
  /** `cheapest`: it is known that fewer failures do not break it; otherwise only the tolerance says how many are safe. */
  | { readonly kind: 'broken'; readonly cost: number; readonly cheapest: boolean; readonly story: Broken }
  /** Nothing ever calls it, not even where capabilities are lost. */
  | { readonly kind: 'never-called' }
  /** Not one layer was seen whole; the last attempt says which cone was too large. */
  | { readonly kind: 'gave-up' }
  /** Two consequences of the book keep each other going. */
  | { readonly kind: 'does-not-settle' };

/** The cheapest way to break a promise, as it goes in the whole machine. */
export interface Broken {
  /** Seconds at which it breaks. */
  readonly at: number;
  /** People and groups who miss a bound. */
  readonly failed: readonly string[];
  readonly acted: ActedOut;
  /** The story in plain words: from the start of the promise's clock, or from what led to the check. */
  readonly lines: readonly BreakLine[];
  readonly scenario: ScenarioDocument;
  /** Whether a replay of the scenario breaks the promise at the same second, and nothing else differs. */
  readonly reproduces: boolean;
}

/** What is known of one promise of one runbook's incident, or of a pair of incidents. */
export interface Proof {
  readonly runbook: string;
  /** Of a pair: the runbook of the second incident. */
  readonly beside?: string;
  readonly promise: string;
  readonly text: string;
  readonly at: At | undefined;
  readonly verdict: Verdict;
  /** Judged where capabilities may be lost: while all is up, nothing calls it. */
  readonly inOutages: boolean;
  /** Failures that the promise survives: cost of the cheapest break minus 1, at least; Infinity: any number; -1: none known. */
  readonly tolerance: number;
  readonly attempts: readonly Attempt[];
  /** Searches for a run that calls it, where nothing breaks it. */
  readonly witness: readonly Attempt[];
  /** How it was decided. */
  readonly clue: Clue;
}
