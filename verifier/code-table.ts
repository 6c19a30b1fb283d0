/**
 * The one shape of every return-code table of this room.
 *
 * A primitive returns the NAME of a code, a key of its table. The number is what the outside world
 * documents and is read from the table only where it is printed; it is never a process exit code.
 */
export type CodeTable = Readonly<Record<string, CodeEntry>>;

export type CodeEntry = {
  /** The documented number, distinct within its table. */
  readonly code: number;
  /** One clause, lower case, without a full stop: what is known when this code is returned. */
  readonly meaning: string;
  /**
   * What the caller may conclude: `pass` the claim holds, `fail` the claim was refused,
   * `unknown` nothing was decided and nothing may be relied on.
   */
  readonly verdict: 'pass' | 'fail' | 'unknown';
};

export type CodeName<Table extends CodeTable> = keyof Table & string;
