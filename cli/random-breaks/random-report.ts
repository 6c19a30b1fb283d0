import type { IsoDate } from '../../model/generated/types.ts';
import { byPlace } from '../../model/sort-findings.ts';
import type { ToldBreak } from '../../simulator/proofs/told-break.ts';
import type { ReportedFinding } from '../check-report.ts';
import type { ExitName } from '../exit-codes.ts';
import { statementOf } from '../proofs/by-promise.ts';
import { findingOf, fingerprintOf, markOf } from '../proofs/proof-findings.ts';
import { demandWords, lateWords } from '../proofs/proof-words.ts';
import type { Keepable } from '../proofs/save-stories.ts';
import type { WaivedBreak } from '../proofs/settle.ts';
import type { ToldWaiver } from '../proofs/told-waivers.ts';
import { clockFace } from '../render/clock.ts';

/** What the random incidents of one runbook came to. */
export interface RandomRunbook {
  readonly book: string;
  readonly runbook: string;
  /** Promises that were asked about, and how many some run called on. */
  readonly promises: number;
  readonly called: number;
  readonly breaks: readonly ToldBreak[];
}

/** What `prove --random --json` prints, see schemas/reports/. */
export interface RandomReport {
  readonly version: 1;
  readonly runs: number;
  readonly seed: number;
  readonly day: IsoDate;
  readonly runbooks: readonly RandomRunbook[];
  readonly findings: readonly ReportedFinding[];
  readonly waived: readonly WaivedBreak[];
}

/** Each promise that broke, once, with the fewest people late; those that somebody answers for apart. */
export function randomReport(
  { runs, seed, day }: Pick<RandomReport, 'runs' | 'seed' | 'day'>,
  runbooks: readonly RandomRunbook[],
  waivers: readonly ToldWaiver[],
): RandomReport {
  const found = cheapest(runbooks.flatMap(({ breaks }) => breaks)).map((broken) => {
    const finding = randomFinding(broken, { runs, seed });
    const waiver = waivers.find((each) => each.expires >= day && covers(each, broken));
    return { finding, waiver };
  });
  return {
    version: 1,
    runs,
    seed,
    day,
    runbooks,
    findings: found
      .filter(({ waiver }) => waiver === undefined)
      .map(({ finding }) => finding)
      .sort((a, b) => byPlace({ ...a, position: a }, { ...b, position: b })),
    waived: found.flatMap(({ finding, waiver }) => (waiver ? [{ finding, waiver }] : [])),
  };
}

export function cheapest(breaks: readonly ToldBreak[]): ToldBreak[] {
  const found = new Map<string, ToldBreak>();
  for (const each of breaks) {
    const key = statementOf(each);
    const known = found.get(key);
    if (!known || each.story.cost < known.story.cost) found.set(key, each);
  }
  return [...found.values()];
}

/** What is to be kept of each. */
export const randomStories = ({ runbooks }: RandomReport): Keepable[] =>
  cheapest(runbooks.flatMap(({ breaks }) => breaks)).map(({ book, story }) => ({
    book,
    scenario: story.scenario,
  }));

/** Whoever answers for a break answers for one with more people late too. */
const covers = ({ book, rule, fingerprint }: ToldWaiver, broken: ToldBreak): boolean =>
  book === broken.book &&
  rule === 'promise-is-kept' &&
  Array.from({ length: broken.story.cost + 1 }, (_, cost) =>
    fingerprintOf(broken, 'promise-is-kept', markOf(broken.promise, cost)),
  ).includes(fingerprint);

function randomFinding(
  broken: ToldBreak,
  { runs, seed }: Pick<RandomReport, 'runs' | 'seed'>,
): ReportedFinding {
  const { promise, runbook, story, text, timed } = broken;
  const when = timed ? ` at ${clockFace([story.at])(story.at)}` : '';
  return findingOf(
    broken,
    'promise-is-kept',
    markOf(promise, story.cost),
    `"${text.replace(/\.$/, '')}" breaks ${lateWords(story.late)}, in a random incident of ${runbook}${when}; ${demandWords(broken)}`,
    `\`drillbook prove ${promise} --runbook ${runbook} --random ${runs} --seed ${seed}\` shows it again`,
  );
}

/** Random incidents that called on nothing have measured nothing; those that broke nothing have found nothing, which is no proof. */
export function randomExit({ findings, runbooks }: RandomReport): ExitName {
  if (findings.length > 0) return 'findings';
  return runbooks.some(({ called }) => called > 0) ? 'ok' : 'nothingMeasured';
}
