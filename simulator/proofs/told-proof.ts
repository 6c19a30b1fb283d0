import type { Recorded, ScenarioDocument, Tolerate } from '../../model/generated/types.ts';
import type { Path, Position } from '../../model/position.ts';
import type { Clue } from '../explore/clue.ts';
import type { Verdict } from '../explore/proof.ts';
import type { BreakLine } from '../replay/break-lines.ts';

/** A proof as it is printed, written and sent between threads: plain data, every time in seconds. */
export interface ToldProof {
  readonly book: string;
  readonly runbook: string;
  /** The runbook of a second incident at the same time; null: it was alone. */
  readonly beside: string | null;
  readonly promise: string;
  readonly text: string;
  /** Where the book makes the promise; null: nowhere in particular. */
  readonly position: Position | null;
  readonly path: Path;
  /** It has a deadline; otherwise it is judged at an instant. */
  readonly timed: boolean;
  /** How many people may fail before it may break, and whether the book says so itself. */
  readonly demanded: Tolerate;
  readonly pinned: boolean;
  /** What it is recorded to survive in this incident; null: nothing is. */
  readonly recorded: Recorded | null;
  /** Runs with more failures than this were not asked about; null: all were. */
  readonly failuresAsked: number | null;
  readonly verdict: Verdict['kind'];
  /** Judged where capabilities may be lost: while all is up, nothing calls on it. */
  readonly calledInOutages: boolean;
  /** How many people may fail, as far as is known; null: not even the runs without a failure were all seen. */
  readonly survives: Tolerate | null;
  /** Only while a model was small enough were all runs seen: of the last model, and of all together. */
  readonly search: ToldSearch;
  /** How it was decided: `--record` keeps it for the next time. */
  readonly clue: Clue;
  /** The pace that the verdict rests on. */
  readonly assumes: readonly Pace[];
  readonly story: ToldStory | null;
  readonly slack: Slack | null;
}

export interface ToldSearch {
  /** Models that were looked at, each knowing more than the one before. */
  readonly models: number;
  /** States of all of them together, and of the last. */
  readonly statesInAll: number;
  readonly states: number;
  readonly bytes: number;
  readonly bits: number;
  /** Null: without time. */
  readonly grain: number | null;
  /** Windows of the last model, and how many of them it lets happen at will: that is what it cuts away. */
  readonly windows: number;
  readonly free: number;
  /** Variables and clocks that it looks at. */
  readonly looksAt: readonly string[];
}

/** A window of time that somebody was held to. */
export interface Pace {
  readonly site: string;
  readonly who: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Nothing is said of this very act: the book's default. */
  readonly byDefault: boolean;
}

/** The cheapest break. */
export interface ToldStory {
  readonly at: number;
  /** How many miss a bound. */
  readonly cost: number;
  readonly late: readonly string[];
  readonly lines: readonly BreakLine[];
  readonly scenario: ScenarioDocument;
  readonly reproduces: boolean;
}

/** With nobody late: how long it takes at the most, and how much of the promise that leaves. */
export interface Slack {
  readonly bound: number;
  /** No run that was seen takes longer; null: in one it never comes. */
  readonly worst: number | null;
  /** No run at all does. */
  readonly proved: boolean;
  /** The run that takes so long. */
  readonly lines: readonly BreakLine[];
}
