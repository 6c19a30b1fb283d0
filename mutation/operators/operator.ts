import type { Book } from '../../model/book.ts';
import type { DocumentName } from '../../model/generated/types.ts';
import type { Change } from '../document/change.ts';
import type { Place } from '../document/places.ts';

/** A document as an operator sees it. */
export interface Subject {
  readonly book: Book;
  readonly kind: DocumentName;
  readonly value: unknown;
  readonly places: readonly Place[];
}

/** A small slip that somebody could make in a policy, wherever it can be made. One file each; `operators/all.ts` lists them. */
export interface Operator {
  /** What the slip does, in kebab-case; the file has the same name. */
  readonly id: string;
  /** What it imitates, as one sentence. */
  readonly summary: string;
  /** A line it takes away is one that keeps people safe: an approval, a backup, a notification, a time. */
  readonly safety?: true;
  /** Every place of the document where it applies: the changes of one mutant each, made in this order. */
  apply(subject: Subject): (readonly Change[])[];
}
