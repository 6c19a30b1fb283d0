import type { Book } from '../model/book.ts';
import type { Report } from '../model/finding.ts';
import type { IsoDate } from '../model/generated/types.ts';

/** What a check knows beside the book. */
export interface Checking {
  /** The day on which the book is judged: reviews and exercises go stale by themselves. */
  readonly today: IsoDate;
}

/** A check of a whole book that any team could want. One file each; `rules/all.ts` lists them. */
export interface Rule {
  /** A sentence that must hold, in kebab-case; the file has the same name. */
  readonly id: string;
  readonly summary: string;
  /** Why it matters and what to do, for the page that `drillbook explain` prints. */
  readonly why: string;
  /**
   * Documents as they would stand in a book, parted by `---` when there are several. They add to a sound book that has a
   * role `lead`, held by `anna` with the backup `ben`; levels `P1` and `P2` with the policies `urgent` and `calm`; runbooks
   * `leak` (P1, opened by the monitor `water-meter`) and `drip` (P2), which the exercise `leak-by-night` and its scenario
   * rehearse.
   */
  readonly good: readonly string[];
  readonly bad: readonly string[];
  /** Reports the node it is about, what is wrong there, and what to do. */
  check(book: Book, report: Report, checking: Checking): void;
}
