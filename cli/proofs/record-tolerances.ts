import { join } from 'node:path';
import type { Book } from '../../model/book.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { tolerancesPath, tolerancesText } from '../../simulator/proofs/tolerances-file.ts';
import { OperatorError } from '../operator-error.ts';
import { writeWhole } from '../write-whole.ts';

/** Writing all of it into one file would leave it standing twice. */
export function refuseOtherFiles(books: readonly Book[]): void {
  for (const { id, tolerances } of books)
    for (const { at } of tolerances)
      if (at.file !== tolerancesPath(id))
        throw new OperatorError(`tolerances of the book ${id} stand in ${at.file}`, {
          hint: `move them to ${tolerancesPath(id)}, which is the file that is written anew`,
        });
}

/** Writes down what the promises of each book survive; says what became of each file. `whole`: no promise was left out. */
export const recordTolerances = (
  root: string,
  books: readonly Book[],
  proofs: readonly ToldProof[],
  whole: boolean,
): string[] =>
  books
    .filter(({ id }) => proofs.some(({ book }) => book === id))
    .map((book) => {
      const text = tolerancesText(book, proofs, whole);
      if (text === undefined)
        return `nothing of the book ${book.id} was recorded: none of its promises was called on`;
      writeWhole(join(root, tolerancesPath(book.id)), text, 'record');
      return `${tolerancesPath(book.id)} written: what its promises survive`;
    });
