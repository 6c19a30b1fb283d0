import type { Book, Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import type { TextOf } from './contract-source.ts';
import type { Parsers } from './languages.ts';
import type { ContractSnapshot } from './snapshot.ts';

export interface ContractInput {
  readonly book: Book;
  readonly contract: Entity<CodeContract>;
  readonly parsers: Parsers;
  readonly textOf: TextOf;
  /** Files of the callers that the registry lists, folders spread out. */
  readonly callers: readonly string[];
  /** What the contract promised before; without it changes are not classified. */
  readonly before: ContractSnapshot | undefined;
}
