import type { Book } from '../../model/book.ts';
import { parseInstant, wallClock } from '../../model/calendar.ts';
import { incidentsOf } from '../../model/scenario-incidents.ts';
import { inIncident } from '../../simulator/incident-name.ts';
import type { Failure } from '../../simulator/replay/failure.ts';
import type { PromiseReport } from '../../simulator/replay/promises.ts';
import type { Replay } from '../../simulator/replay/replay.ts';
import { type BrokenPromise, brokenPromises } from '../broken-promises.ts';
import type { Paint } from '../paint.ts';
import { renderBreak } from './break-story.ts';
import { clockFace } from './clock.ts';
import { incidentTags } from './incident-tags.ts';
import { renderPromises } from './promise-table.ts';
import { renderTimeline } from './timeline.ts';
import { listed, plural, wrap } from './words.ts';

/** The whole page of one replay: who and when, the timeline, the promises, what broke and why, the verdict. */
export function renderReplay(book: Book, replay: Replay, width: number, paint: Paint): string {
  const { records } = replay.run;
  const clock = clockFace(records.map(({ t }) => t));
  return [
    renderHead(book, replay, paint),
    '',
    paint.dim(wrap(replay.scenario.briefing, width, 0)),
    '',
    renderTimeline(records, { book, clock, width, paint }),
    '',
    paint.bold('Promises'),
    renderPromises(replay.promises, clock, paint),
    ...renderBreaks(book, replay, width, paint),
    '',
    renderVerdict(book, replay, paint),
  ].join('\n');
}

/** Head, what broke against expectation and why, and the verdict; the timeline is shown for a scenario that is named. */
export const renderReplayShort = (book: Book, replay: Replay, width: number, paint: Paint): string =>
  [
    renderHead(book, replay, paint),
    ...renderBreaks(book, replay, width, paint, (broken) => !broken.expected),
    ...(brokenPromises(replay).some(({ expected }) => !expected) ? [''] : []),
    renderVerdict(book, replay, paint),
    ...(replay.failures.length === 0
      ? []
      : [paint.dim(`  the whole timeline: drillbook replay ${replay.scenario.id}`)]),
  ].join('\n');

function renderBreaks(
  book: Book,
  replay: Replay,
  width: number,
  paint: Paint,
  shown: (broken: BrokenPromise) => boolean = () => true,
): string[] {
  const { records } = replay.run;
  const scenery = { book, clock: clockFace(records.map(({ t }) => t)), width, records, paint };
  const stories = brokenPromises(replay)
    .filter(shown)
    .map(({ report, at, expected }) => renderBreak(report, at, expected, scenery));
  return stories.length === 0 ? [] : ['', paint.bold('What broke, when and why'), stories.join('\n\n')];
}

function renderHead(book: Book, { scenario, run }: Replay, paint: Paint): string {
  const { zone } = book.manifest.calendar;
  const start = wallClock(parseInstant(scenario.starts), zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const when = `${start.weekday} ${start.year}-${two(start.month)}-${two(start.day)} ${two(Math.floor(start.second / 3600))}:${two(Math.floor(start.second / 60) % 60)} ${start.zoneName}`;
  const incidents = incidentsOf(scenario);
  const [alone] = incidents.flatMap(({ id, runbook }) => (id === undefined ? [runbook] : []));
  const tags = incidentTags(
    incidents.map(({ id }) => id),
    paint,
  );
  const several = incidents.flatMap(({ id, runbook }) =>
    id === undefined ? [] : [`  ${tags.cell(id)}${paint.dim(runbook)}`],
  );
  const facts = [book.id, ...(alone === undefined ? [] : [alone]), `starts ${when}`, `ended ${run.how}`];
  return [paint.bold(scenario.title), paint.dim(facts.join(' · ')), ...several].join('\n');
}

/** One line when all is well; else every expectation that failed, with its place in the scenario. */
export function renderVerdict(book: Book, { failures, promises, scenario }: Replay, paint: Paint): string {
  const tally = tallyOf(promises);
  if (failures.length === 0) {
    const expected = scenario.expect.breaks.length;
    const times = scenario.expect.breaks.map(
      ({ incident, promise, at }) => `${inIncident(incident, promise)} at ${at}`,
    );
    const breaks =
      expected === 0
        ? 'no promise broke'
        : `${plural(expected, 'promise')} broke as ${expected === 1 ? 'it' : 'they'} should (${times.join(', ')})`;
    return `${paint.good('✓ as expected')}: ${plural(scenario.expect.pages.length, 'page')} in a closed world, ${breaks}. ${paint.dim(tally)}`;
  }
  return [
    `${paint.bad(`✗ ${plural(failures.length, 'expectation')} failed`)}. ${paint.dim(tally)}`,
    ...failures.map(
      (failure) => `  ${paint.bad('✗')} ${failure.message}\n    ${paint.dim(placeOf(book, failure))}`,
    ),
  ].join('\n');
}

function placeOf(book: Book, { at }: Failure): string {
  const { file, line, column } = book.position(at);
  return `${file}:${line}:${column}`;
}

function tallyOf(promises: readonly PromiseReport[]): string {
  const count = (wanted: PromiseReport['verdict']) =>
    promises.filter(({ verdict }) => verdict === wanted).length;
  const parts = (['kept', 'broken', 'open', 'excused'] as const).flatMap((verdict) =>
    count(verdict) === 0 ? [] : [`${count(verdict)} ${verdict}`],
  );
  return `Promises: ${listed(parts)}.`;
}
