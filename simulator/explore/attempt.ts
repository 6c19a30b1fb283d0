/** One search on the way to a verdict, in a model that knows more than the one before. */
export interface Attempt {
  /** Names of the variables and clocks that this model looks at; all else may be anything at any time. */
  readonly kept: readonly string[];
  /** Windows of the model, and how many of them nature may fire at will. */
  readonly windows: number;
  /** Windows of the whole machine that it sees whole, so that they bind whoever they belong to. */
  readonly exact: readonly number[];
  readonly free: number;
  /** Seconds; undefined: without time. */
  readonly grain: number | undefined;
  readonly bits: number;
  readonly states: number;
  readonly bytes: number;
  /** All runs with so many failures were seen; Infinity: all runs; -1: not even those without a failure. */
  readonly complete: number;
  /** Cost of the first break seen here; whether it happens in the whole machine. */
  readonly broke: number | undefined;
  readonly replays: boolean;
}
