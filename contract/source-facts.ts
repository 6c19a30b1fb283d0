import type { CodeContract } from '../model/generated/types.ts';
import type { Position } from '../model/position.ts';
import type { ContractSource, TextOf } from './contract-source.ts';
import { exitTableOf, type ParserName, type Parsers, parserOf, passingsIn, readerOf } from './languages.ts';
import type { Declared } from './typescript/declared-codes.ts';

/** A contract whose files are to be read. Plain data, as the facts are: a thread of its own may read them. */
export interface FactsRequest {
  readonly contract: CodeContract;
  /** Files of the callers that the registry lists, folders spread out. */
  readonly callers: readonly string[];
}

/** All that syntax trees tell about a contract. */
export interface SourceFacts {
  /** Undefined when the source is not there. */
  readonly source: ContractSource | undefined;
  /** The statuses that a program may end with; undefined when there is no such table. */
  readonly exitTable: Declared | undefined;
  /** Where a caller hands a code to the process as its exit status. */
  readonly passings: readonly Position[];
}

/** A text that nests without end uses up the stack of every parser: that is a finding, no bug. */
export type ReadFacts = SourceFacts | 'too-deep';

/** The parsers for the source, for the table of exit statuses and for the callers. */
export function parsersFor({ contract: { language, exits }, callers }: FactsRequest): ParserName[] {
  const own = language === 'typescript' || language === 'rust' ? [language] : [];
  const others = exits ? [...callers, exits.file] : callers;
  return [...own, ...others.flatMap((file) => parserOf(file) ?? [])];
}

/** Reads the sources of a contract. Nothing is thrown for what they hold. */
export function readFacts({ contract, callers }: FactsRequest, parsers: Parsers, textOf: TextOf): ReadFacts {
  const { function: name, table, exits } = contract;
  const names = new Set([name, table?.name].filter((each) => each !== undefined));
  try {
    return {
      source: readSource(contract, parsers, textOf),
      exitTable: exits && exitTableOf(parsers, exits.file, exits.table, textOf),
      passings: callers.flatMap((file) =>
        passingsIn(parsers, { file, text: textOf(file) ?? '' }, names, textOf),
      ),
    };
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep';
    throw error;
  }
}

/** What the contract's source says; undefined when it is not there. */
export function readSource(
  { file, language, table, function: name }: CodeContract,
  parsers: Parsers,
  textOf: TextOf,
): ContractSource | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  const where = table && { name: table.name, file: table.file ?? file };
  return readerOf(language, parsers)({ file, text, function: name, table: where, textOf });
}
