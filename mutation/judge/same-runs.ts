import type { Book } from '../../model/book.ts';
import { incidentOf } from '../../simulator/explore/assumptions.ts';
import { isSoonSure } from '../../simulator/explore/refinement/decide.ts';
import type { Budget } from '../../simulator/explore/search/search.ts';
import { startsOf } from '../../simulator/explore/story/starts.ts';
import { subjectOf } from '../../simulator/explore/subject.ts';
import type { Differing } from './machines-watch.ts';
import { watchDifferences } from './watch-differences.ts';

/** Machines with the same runs are shown to have them by some ten models: what is looked at for longer is looked at in vain. */
const ROUNDS = 15;

/** When a run begins does not matter to what it can reach. */
const STARTS = '2026-09-16T14:00:00Z';

/**
 * Whether the two machines have the same runs, however many people fail and whatever fails: proved by searching the runs of the first
 * for one that comes to where they differ. What is not decided within the budget is not the same.
 */
export function haveSameRuns(book: Book, { runbook, before, after }: Differing, budget: Budget): boolean {
  const watched = watchDifferences(before, after);
  if (!watched) return false;
  const incident = { id: undefined, runbook };
  const starts = startsOf(watched, STARTS, book.manifest.calendar);
  const subject = subjectOf(watched, incidentOf(watched, incident), incident, starts);
  return isSoonSure(subject, watched.promises.length - 1, budget, ROUNDS);
}
