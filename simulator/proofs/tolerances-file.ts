import { stringify } from 'yaml';
import type { Book } from '../../model/book.ts';
import type { Recorded, RecordedTolerances } from '../../model/generated/types.ts';
import { recordedOf } from './recorded.ts';
import { rank, tolerated } from './standing.ts';
import type { ToldProof } from './told-proof.ts';

/** Where it is recorded what the promises of a book survive, relative to the root of the repository. */
export const tolerancesPath = (book: string): string => `policies/${book}/tolerances.yaml`;

const HEAD = `# yaml-language-server: $schema=../../schemas/tolerances.schema.json
# Written by \`drillbook prove --record\`: how many people may be late before a promise breaks, in the incident of each runbook.
`;
/** The most that a book can demand as a number. */
const MOST = 9;

/**
 * The file of a book that records these proofs, and what is recorded of those that were not asked; undefined: there is nothing to
 * record. `whole`: every promise of a runbook that was asked was, so that one that is not among them is made no more.
 */
export function tolerancesText(book: Book, proofs: readonly ToldProof[], whole: boolean): string | undefined {
  const tolerances = [...book.runbooks.keys()].flatMap((runbook): RecordedTolerances[] => {
    const mine = proofs.filter((proof) => proof.book === book.id && proof.runbook === runbook);
    const before = recordedOf(book, runbook).map(({ promise, survives }) => [promise, survives] as const);
    const known = new Map(mine.length > 0 && whole ? [] : before);
    const old = new Map(before);
    for (const proof of mine) {
      const survives = toRecord(proof, old.get(proof.promise) ?? null);
      if (survives === null) known.delete(proof.promise);
      else known.set(proof.promise, survives);
    }
    const names = [...known].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return names.length === 0 ? [] : [{ runbook, survives: Object.fromEntries(names) }];
  });
  return tolerances.length === 0
    ? undefined
    : HEAD + stringify({ kind: 'tolerances', tolerances }, { lineWidth: 0 });
}

/** What is not known to have changed is recorded as it was: the cheapest break that was found need not be the cheapest there is. */
function toRecord({ verdict, survives, story }: ToldProof, before: Recorded | null): Recorded | null {
  if (verdict === 'never-called' || verdict === 'does-not-settle') return null;
  const known = survives === null && story?.cost === 0 ? 'none' : survives;
  const now = typeof known === 'number' ? Math.min(known, MOST) : known;
  const may = story === null ? before : atMost(before, Math.min(story.cost - 1, MOST));
  return rank(may) > rank(now) ? may : now;
}

const atMost = (tolerance: Recorded | null, most: number): Recorded | null =>
  rank(tolerance) <= most ? tolerance : (tolerated(most) ?? 'none');
