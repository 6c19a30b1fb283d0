import type { Book } from '../../model/book.ts';
import { playOrRefuse } from '../../simulator/campaign/count-runs.ts';
import { type Chances, incidentsOf } from '../../simulator/campaign/incidents.ts';
import { seedOf } from '../../simulator/campaign/seeds.ts';
import { promiseReports } from '../../simulator/replay/promises.ts';
import { OperatorError } from '../operator-error.ts';
import { inOneLine } from '../printable.ts';
import { renderBreak } from '../render/break-story.ts';
import { clockFace } from '../render/clock.ts';
import { renderPromises } from '../render/promise-table.ts';
import { renderTimeline } from '../render/timeline.ts';
import type { Surroundings } from '../reporters/reporter.ts';

/** More timelines than these are read by nobody. */
export const MOST_TOLD = 20;

/** Which random incidents are told minute by minute. */
export interface Telling {
  readonly book: Book;
  readonly runbook: string;
  readonly chances: Chances;
  readonly firstSeed: number;
  readonly runs: number;
}

export function refuseTooMany(runs: number, runbooks: number): void {
  if (runs * runbooks <= MOST_TOLD) return;
  throw new OperatorError(`--timeline tells at most ${MOST_TOLD} incidents, not ${runs * runbooks}`, {
    hint: 'name one runbook, and --runs 1 with the seed to be told',
  });
}

/** Each run with its timeline, its promises, and why what broke did. */
export function tellRuns(telling: Telling, around: Pick<Surroundings, 'width' | 'paint'>): string {
  const { book, runbook, chances, firstSeed, runs } = telling;
  const incidents = incidentsOf(book, runbook, chances);
  return Array.from({ length: runs }, (_, run) => {
    const seed = seedOf(firstSeed, run);
    const { site, alternative } = incidents.beginningOf(seed);
    const { paint, width } = around;
    const title = paint.bold(book.runbooks.get(runbook)?.title ?? runbook);
    const begins = `${book.id} · ${runbook} · seed ${seed} · begins with ${site} ${alternative}`;
    const played = playOrRefuse(incidents, seed);
    if ('why' in played)
      return `${title}\n${paint.dim(begins)}\n\n${paint.bad('✗')} this run could not end: ${inOneLine(played.why)}`;
    const told = incidents.tell(seed);
    const { records } = told;
    const clock = clockFace(records.map(({ t }) => t));
    const reports = promiseReports(told);
    const scenery = { book, clock, width, paint, records };
    const breaks = reports
      .flatMap((report) => report.breaks.map((at) => ({ report, at })))
      .sort((a, b) => a.at.at - b.at.at)
      .map(({ report, at }) => renderBreak(report, at, false, scenery));
    return [
      `${title}\n${paint.dim(`${begins} · ended ${told.how}`)}`,
      '',
      renderTimeline(records, scenery),
      '',
      paint.bold('Promises'),
      renderPromises(reports, clock, paint),
      ...(breaks.length === 0 ? [] : ['', paint.bold('What broke, when and why'), breaks.join('\n\n')]),
    ].join('\n');
  }).join('\n\n');
}
