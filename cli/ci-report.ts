import { type CheckReport, checkExit, type ReportedFinding } from './check-report.ts';
import type { CodesReport } from './codes-report.ts';
import { drillFindings } from './drill-findings.ts';
import type { ExitName } from './exit-codes.ts';
import type { FoundBooks } from './load-books.ts';
import { NO_CODES } from './no-codes.ts';
import type { Progress } from './progress.ts';
import { type ReplayJson, replaysAsJson } from './replay-json.ts';
import { type PlayedDrill, replayScenarios } from './replay-scenarios.ts';
import { runCheck } from './run-check.ts';
import { filesOf, type SoundBooks } from './sound-book.ts';

/** What the main job found, for people and for `--json`. */
export interface CiReport {
  readonly found: FoundBooks;
  readonly check: CheckReport;
  readonly drills: readonly PlayedDrill[];
  readonly codes: CodesReport;
  readonly json: {
    readonly version: 1;
    readonly check: CheckReport;
    readonly replay: ReplayJson;
    readonly codes: CodesReport;
  };
}

/**
 * Checks the books, then replays every drill and compares the codes of each book that can be put together. `bundle`: the
 * folder of the program.
 */
export async function runCi(
  named: string | undefined,
  progress: Progress,
  bundle: string,
): Promise<CiReport> {
  progress.say('checking');
  const { found, report: check } = runCheck(named);
  const books = found.books.flatMap(({ loaded }) => loaded.book ?? []);
  const { root } = found.repository;
  const comparing = await codesOf({ books, root, files: filesOf(found.books) }, bundle);
  const drills = replayScenarios({ books, root }, [], progress);
  progress.say('comparing codes');
  const codes = await comparing();
  progress.clear();
  return { found, check, drills, codes, json: { version: 1, check, replay: replaysAsJson(drills), codes } };
}

/**
 * Begins to compare codes, which threads do while drills are replayed. What reads sources and runs vectors is loaded only for a book
 * that has a registry.
 */
async function codesOf(sound: SoundBooks, bundle: string): Promise<() => Promise<CodesReport>> {
  const contracts = sound.books.flatMap((book) => [...book.contracts.values()]);
  if (contracts.length === 0) return async () => NO_CODES;
  const [{ codesReport }, { contractThreads }] = await Promise.all([
    import('./codes-report.ts'),
    import('./contract-threads.ts'),
  ]);
  const threads = contractThreads(bundle);
  threads.askAhead(sound.root, contracts);
  return async () => {
    try {
      return await codesReport(sound, undefined, threads);
    } finally {
      await threads.end();
    }
  };
}

/** All findings: of the check, of the drills and of the codes. */
export const ciFindings = ({ check, drills, codes }: CiReport): ReportedFinding[] => [
  ...check.findings,
  ...drillFindings(drills),
  ...codes.findings,
];

/** A finding or a failed drill fails the job; a job that replayed nothing has measured nothing. */
export function ciExit(report: CiReport): ExitName {
  const { check, drills } = report;
  if (ciFindings(report).length > 0 || drills.some(({ replay }) => replay.failures.length > 0))
    return 'findings';
  return drills.length === 0 ? 'nothingMeasured' : checkExit(check);
}
