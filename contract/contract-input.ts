import type { Book, Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import type { TextOf } from './contract-source.ts';
import type { ContractSnapshot } from './snapshot.ts';
import type { ReadFacts } from './source-facts.ts';
import type { TriedVectors } from './try-vectors.ts';

export interface ContractInput {
  readonly book: Book;
  readonly contract: Entity<CodeContract>;
  readonly facts: ReadFacts;
  readonly tried: TriedVectors;
  readonly textOf: TextOf;
  /** What the contract promised before; without it changes are not classified. */
  readonly before: ContractSnapshot | undefined;
}
