import { hasDropped, rank, type Standing, standingOf } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';

/** One promise of a book, with its proofs in all runbooks that were asked. */
export interface PromiseProofs {
  readonly book: string;
  readonly promise: string;
  /** Of the proofs: the worst. */
  readonly standing: Standing;
  /** The proof that says most: one that survives less than it did, else the cheapest break, else what is least known, else what survives least. */
  readonly worst: ToldProof;
  readonly proofs: readonly ToldProof[];
}

/** Worst first. */
const BY_HARM: readonly Standing[] = ['broken', 'undecided', 'kept', 'never-called'];

/** The promises in the order in which their books make them. */
export function byPromise(proofs: readonly ToldProof[]): PromiseProofs[] {
  const found = new Map<string, ToldProof[]>();
  for (const proof of proofs) {
    const key = statementOf(proof);
    found.set(key, [...(found.get(key) ?? []), proof]);
  }
  return [...found.values()].map((mine) => {
    const worst = mine.toSorted(compare)[0] as ToldProof;
    return { book: worst.book, promise: worst.promise, standing: standingOf(worst), worst, proofs: mine };
  });
}

/** Whether the worst that is known of it happens in some run, and is not that no run shows it any more. */
export const isTold = ({ worst }: PromiseProofs): boolean => worst.verdict !== 'never-called';

/** Where the book makes a promise, and its name: steps and phases of several runbooks may bear the same. */
export const statementOf = ({
  book,
  promise,
  position,
  path,
}: Pick<ToldProof, 'book' | 'promise' | 'position' | 'path'>): string =>
  JSON.stringify([book, promise, position?.file, path]);

const compare = (a: ToldProof, b: ToldProof): number =>
  Number(hasDropped(b)) - Number(hasDropped(a)) ||
  BY_HARM.indexOf(standingOf(a)) - BY_HARM.indexOf(standingOf(b)) ||
  (a.story?.cost ?? Number.POSITIVE_INFINITY) - (b.story?.cost ?? Number.POSITIVE_INFINITY) ||
  rank(a.survives) - rank(b.survives) ||
  0;
