/** What a part was made from: only parts that agree in all of this can be joined. */
export interface Origin {
  /** Version of this program. */
  readonly program: string;
  /** The commit that was checked out, where git knows one. */
  readonly commit: string | null;
  /** By id: SHA-256 over the names and bytes of its files, in hexadecimal digits. */
  readonly books: Readonly<Record<string, string>>;
  /** Everything else that the result depends on. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** One part of a campaign, as `--out` writes it and `merge` joins it; the whole is the part 1 of 1. */
export interface Part<Kind extends string, Result> {
  readonly version: 1;
  readonly kind: Kind;
  readonly origin: Origin;
  /** Counted from 1. */
  readonly shard: { readonly index: number; readonly of: number };
  /** What was typed, without its shard and its file: with `--shard` it makes any part again. */
  readonly command: string;
  readonly result: Result;
}
