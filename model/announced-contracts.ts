import { assembleTables, type ValidDocument } from './assemble-book.ts';
import type { Entity } from './book.ts';
import type { CodeContract } from './generated/types.ts';
import { openDocument } from './open-document.ts';
import { readFile } from './read-file.ts';
import { saidKind } from './said-kind.ts';
import type { RefusedFile, SourceFile } from './source-file.ts';

/**
 * The contracts of those registries of a book that say at their top what they are, before the book is read. They are the book's own when
 * nothing is wrong with it: good for work that is to begin early, and is thrown away when they turn out to be others.
 */
export function announcedContracts(
  files: readonly (SourceFile | RefusedFile)[],
  bookId: string,
): Entity<CodeContract>[] {
  const documents = files
    .filter((file) => saidKind(file) === 'registry')
    .map((file) => openDocument(readFile(file), bookId, () => undefined))
    .filter(({ fits }) => fits);
  return [...assembleTables(documents as unknown as readonly ValidDocument[]).contracts.values()];
}
