import type { Book, Entity } from '../model/book.ts';
import type { CodeContract, ErrorCode } from '../model/generated/types.ts';
import type { Position } from '../model/position.ts';
import type { CheckingStep } from './checking-steps.ts';
import type { ContractSource, DeclaredCode, DocRow, ReturnSite } from './contract-source.ts';
import type { Observations } from './observe.ts';
import type { ExpectedCode, VectorFile } from './read-vectors.ts';
import type { Declared } from './typescript/declared-codes.ts';

/** A contract with everything that is known about it: what the checks read. */
export interface ContractView {
  readonly book: Book;
  readonly contract: Entity<CodeContract>;
  readonly source: ContractSource;
  /** Whether the doc comment is where the codes are declared, for there is no table. */
  readonly declaredInDoc: boolean;
  readonly codes: readonly CodeView[];
  readonly vectors: readonly VectorFile[];
  /** By vector file; empty when nothing says what a run returned. */
  readonly observations: ReadonlyMap<string, Observations>;
  readonly steps: readonly CheckingStep[];
  /** The statuses that a program may end with; undefined when there is no such table. */
  readonly exitTable: Declared | undefined;
  /** Where a caller hands a code to the process as its exit status. */
  readonly passings: readonly Position[];
}

/** One code, with all the places where it stands. */
export interface CodeView {
  /** A returned name that no table holds has no number. */
  readonly number: number | undefined;
  readonly name: string | undefined;
  /** What the source and the sheet call it; more than one is a finding, and only one. */
  readonly names: ReadonlySet<string>;
  readonly declared: readonly DeclaredCode[];
  readonly row: Entity<ErrorCode> | undefined;
  readonly doc: readonly DocRow[];
  readonly returns: readonly ReturnSite[];
  readonly vectors: readonly ExpectedCode[];
  /** Whether a run of the vectors gave it; undefined when none was asked for. */
  readonly observed: boolean | undefined;
  readonly lifecycle: 'active' | 'deprecated' | 'reserved';
}

/** `-4 malformed-key` between backquotes. */
export const labelOf = ({ number, name }: Pick<CodeView, 'number' | 'name'>): string =>
  `\`${[number, name].filter((part) => part !== undefined).join(' ')}\``;

/** What tells a code apart in fingerprints. */
export const keyOf = ({ number, name }: Pick<CodeView, 'number' | 'name'>): string => String(number ?? name);

/** The place to point at when a code is missing elsewhere: where it stands first. */
export function placeOf({ book, contract }: ContractView, code: CodeView): Position {
  const written = code.declared[0] ?? code.returns[0] ?? code.doc[0];
  if (written) return written.position;
  if (code.row) return book.position(code.row.at);
  return code.vectors[0]?.position() ?? book.position(contract.at);
}

/** A key of the contract in the registry. */
export const inRegistry = (
  { book, contract }: Pick<ContractView, 'book' | 'contract'>,
  ...path: (string | number)[]
): Position => book.position({ file: contract.at.file, path: [...contract.at.path, ...path] });

/** Whether an earlier code of the source has its number: then that is to be mended first. */
export const isSecond = ({ codes }: ContractView, code: CodeView): boolean =>
  codes.find(({ number, declared }) => number === code.number && declared.length > 0) !== code &&
  code.declared.length > 0;

/** Whether a list of names says this code. */
export const isIn = (names: readonly string[] | undefined, code: CodeView): boolean =>
  names?.some((name) => code.names.has(name) || code.name === name) ?? false;

/** Whether everything that the ladder asks holds for this code: not for one that was given up. */
export const isInUse = ({ lifecycle }: CodeView): boolean => lifecycle !== 'reserved';
