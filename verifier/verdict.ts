/** What a check answers at the edge: the name of a code of its table, and what it saw on the way. */
export type Verdict = {
  readonly name: string;
  /** For people, in the order in which they are worth reading; may quote what an endpoint sent. */
  readonly facts: Readonly<Record<string, string>>;
  /** The custom error that a program of the chain returned, where one was attributed. */
  readonly error?: { readonly program: string; readonly code: number };
};

/** A request that was read and found well formed, ready to be carried out. */
export type Check = () => Verdict;
