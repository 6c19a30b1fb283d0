import { type CheckReport, checkExit, checkReport } from './check-report.ts';
import type { ExitName } from './exit-codes.ts';
import { type FoundBooks, loadBooks } from './load-books.ts';
import type { Progress } from './progress.ts';
import { type ReplayJson, replaysAsJson } from './replay-json.ts';
import { type PlayedDrill, replayScenarios } from './replay-scenarios.ts';
import { strayFiles } from './stray-files.ts';

/** What the main job found, for people and for `--json`. */
export interface CiReport {
  readonly found: FoundBooks;
  readonly check: CheckReport;
  readonly drills: readonly PlayedDrill[];
  readonly json: { readonly version: 1; readonly check: CheckReport; readonly replay: ReplayJson };
}

/** Checks the books, then replays every drill of each book that can be put together. */
export function runCi(named: string | undefined, progress: Progress): CiReport {
  const found = loadBooks(named);
  progress.say('checking');
  const check = checkReport(found.books, found.all ? strayFiles(found.repository) : []);
  const books = found.books.flatMap(({ loaded }) => loaded.book ?? []);
  const drills = replayScenarios({ books, root: found.repository.root }, [], progress);
  return { found, check, drills, json: { version: 1, check, replay: replaysAsJson(drills) } };
}

/** A finding or a failed drill fails the job; a job that replayed nothing has measured nothing. */
export function ciExit({ check, drills }: CiReport): ExitName {
  if (check.findings.length > 0 || drills.some(({ replay }) => replay.failures.length > 0)) return 'findings';
  return drills.length === 0 ? 'nothingMeasured' : checkExit(check);
}
