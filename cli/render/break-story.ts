import type { Book } from '../../model/book.ts';
import { splitIncident } from '../../simulator/incident-name.ts';
import { callOf } from '../../simulator/lower/people.ts';
import type { PromiseBreak, PromiseReport } from '../../simulator/replay/promises.ts';
import type { TraceRecord } from '../../simulator/run/trace.ts';
import type { Missing } from '../../simulator/run/why.ts';
import type { Paint } from '../paint.ts';
import type { ClockFace } from './clock.ts';
import { spanWords } from './clock.ts';
import { plainId, wrap } from './words.ts';

export interface StoryScenery {
  readonly book: Book;
  readonly clock: ClockFace;
  readonly width: number;
  readonly paint: Paint;
  readonly records: readonly TraceRecord[];
}

/** Which promise, at which minute, where it stands, where the time went, and what was still missing. */
export function renderBreak(
  report: PromiseReport,
  broken: PromiseBreak,
  expected: boolean,
  scenery: StoryScenery,
): string {
  const { promise } = report;
  const { clock, book, paint } = scenery;
  const place = promise.at === undefined ? undefined : book.position(promise.at);
  const { incident } = splitIncident(promise.name);
  const whose = incident === undefined ? '' : `${paint.mark(incident)}  `;
  const head = `${paint.bad('✗')} ${whose}${paint.bold(promise.text)} ${paint.bad(`broke at ${clock(broken.at)}`)}${expected ? paint.dim(', as the drill expects') : ''}`;
  const where = place ? paint.dim(`  ${place.file}:${place.line}:${place.column}  (${promise.name})`) : '';
  const opened =
    report.opened === undefined
      ? []
      : [
          line(
            paint,
            clock(report.opened),
            promise.clock === undefined ? 'watched from here on' : 'the clock starts',
          ),
        ];
  const chain = chainLines(broken.story?.chain ?? [], incident, scenery);
  const missing = missingLines(broken, incident, scenery);
  return [head, where, ...opened, ...chain, ...missing, ending(broken, clock, paint)]
    .filter((text) => text !== '')
    .join('\n');
}

const line = (paint: Paint, time: string, what: string, took = ''): string =>
  `  ${paint.dim(time.padStart(8))}  ${what}${took === '' ? '' : paint.dim(`  ${took}`)}`;

/** The chain of events that led there, with what each one took: this is where the time went. */
function chainLines(
  chain: readonly number[],
  incident: string | undefined,
  { records, clock, book, width, paint }: StoryScenery,
): string[] {
  let before: number | undefined;
  const found = chain.flatMap((seq) => records[seq - 1] ?? []);
  return found
    .filter(
      (record) => record.kind !== 'fact' || !found.some((other) => other.t === record.t && other !== record),
    )
    .map((record) => {
      const took = before === undefined || record.t === before ? '' : `+${spanWords(record.t - before)}`;
      before = record.t;
      return line(
        paint,
        clock(record.t),
        wrap(`${happening(record, book)}${elsewhere(record, incident)}`, width, 12),
        took,
      );
    });
}

/** What happens in another incident than that of the promise is said to be so. */
const elsewhere = (where: { readonly incident?: string }, incident: string | undefined): string =>
  where.incident === undefined || where.incident === incident ? '' : ` in ${where.incident}`;

function happening({ kind, text, by, subject }: TraceRecord, book: Book): string {
  const who = by === undefined || by === 'machine' || by === 'nature' ? '' : `${callOf(book, by)} `;
  if (kind === 'step-started') return `${who}begins ${plainId(subject ?? '')}`;
  if (kind === 'step-done') return `${who}finishes ${plainId(subject ?? '')}`;
  return `${who}${text}`;
}

/** Nearest first: what was awaited, and behind it the one move that could have come. */
function missingLines(
  { at, story }: PromiseBreak,
  incident: string | undefined,
  { book, clock, width, paint }: StoryScenery,
): string[] {
  const missing = story?.missing ?? [];
  const active = missing.at(-1);
  if (!active) return [];
  const waiting = missing.slice(0, -1).map(({ site }) => siteWords(site));
  const behind =
    waiting.length === 0 ? '' : ` (so ${[...new Set(waiting)].reverse().join(', then ')} had to wait)`;
  return [
    line(
      paint,
      clock(at),
      paint.warn(wrap(`${activeWords(active, at, book)}${elsewhere(active, incident)}${behind}`, width, 12)),
    ),
  ];
}

function activeWords({ by, site, since, text }: Missing, at: number, book: Book): string {
  const who = by === 'machine' || by === 'nature' ? 'the system' : callOf(book, by);
  const group = book.groups.get(by)?.title;
  const what = site.startsWith('step/') ? plainId(siteWords(site)) : text;
  const waited = since === undefined || at === since ? '' : `, for ${spanWords(at - since)} already`;
  return site.endsWith('/start') || !site.startsWith('step/')
    ? `still missing: ${group ?? who} ${what}${waited}`
    : `still at it: ${group ?? who}, ${what}${waited}`;
}

const siteWords = (site: string): string =>
  plainId(
    site
      .replace(/^step\//, '')
      .replace(/\/start$/, '')
      .replaceAll('/', ' '),
  );

const ending = ({ late, at }: PromiseBreak, clock: ClockFace, paint: Paint): string =>
  late === undefined
    ? line(paint, '', paint.dim('it was never kept in this run'))
    : line(paint, clock(late), `kept at last, ${spanWords(late - at)} late`);
