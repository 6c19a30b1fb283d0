import type { Position } from '../model/position.ts';

/** What a source says about its return codes, whatever its language. */
export interface ContractSource {
  /** The codes that the source declares: entries of a table, constants, enum members, errors of an IDL. */
  readonly declared: readonly DeclaredCode[];
  readonly doc: DocComment | undefined;
  /** Every return of the function in the order of the text; undefined where the language has none to read. */
  readonly returns: readonly ReturnSite[] | undefined;
  /** A version that the source states of itself. */
  readonly version?: { readonly text: string; readonly position: Position };
  /** What kept the source from being read. With problems nothing else is compared. */
  readonly problems: readonly SourceProblem[];
}

export interface DeclaredCode {
  readonly number: number;
  /** In kebab case. A row of a doc comment has none. */
  readonly name: string | undefined;
  readonly meaning: string | undefined;
  readonly position: Position;
}

export interface DocComment {
  readonly position: Position;
  /** Codes that the comment lists. */
  readonly rows: readonly DocRow[];
  /** Whether the comment sends its reader to the table by name. */
  readonly namesTable: boolean;
}

export interface DocRow {
  readonly number: number;
  readonly meaning: string;
  readonly position: Position;
}

export interface ReturnSite {
  readonly value: ReturnedValue;
  /** False where no run can get there: after another return, or under a condition that is never true. */
  readonly reachable: boolean;
  readonly position: Position;
}

export type ReturnedValue =
  | { readonly kind: 'name'; readonly name: string }
  /** `bare`: written out here, and not read from a constant. */
  | { readonly kind: 'number'; readonly number: number; readonly bare: boolean }
  /** What the text alone does not tell. */
  | { readonly kind: 'dynamic'; readonly text: string };

export interface SourceProblem {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly position: Position;
  /** Tells apart several problems of one file. */
  readonly subject: string;
}

/** What a reader is asked for. */
export interface SourceRequest {
  readonly file: string;
  readonly text: string;
  readonly function: string | undefined;
  readonly table: { readonly name: string; readonly file: string } | undefined;
  /** Other files of the repository, such as the one with the table. */
  readonly textOf: TextOf;
}

/** The text of a file of the repository; undefined when it cannot be read. */
export type TextOf = (file: string) => string | undefined;

export type ReadContractSource = (request: SourceRequest) => ContractSource;

export const unreadable = (...problems: readonly SourceProblem[]): ContractSource => ({
  declared: [],
  doc: undefined,
  returns: undefined,
  problems,
});
