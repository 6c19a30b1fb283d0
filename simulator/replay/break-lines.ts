import type { Book } from '../../model/book.ts';
import { splitIncident } from '../incident-name.ts';
import { callOf } from '../lower/people.ts';
import { fullName, type TraceRecord } from '../run/trace.ts';
import type { Missing } from '../run/why.ts';
import { plain } from '../sentences/plain.ts';
import { spanWords } from '../sentences/span-words.ts';
import type { PromiseBreak, PromiseReport } from './promises.ts';
import { unmetBefore } from './unmet.ts';

/** One line of the story of a broken promise, in plain words. */
export interface BreakLine {
  readonly kind: 'clock-starts' | 'happens' | 'late' | 'missing' | 'never-kept' | 'kept-late';
  /** Seconds; undefined: the whole run. */
  readonly at: number | undefined;
  readonly text: string;
  /** The window that it was, and whose: what a scenario answers by. */
  readonly site?: string;
  readonly by?: string;
  /** Seconds since the line before it. */
  readonly took?: number;
}

/** What a story is told from. */
export interface Told {
  readonly book: Book;
  readonly records: readonly TraceRecord[];
  /** Everybody who missed a bound until then is named: where each failure was needed to break the promise. */
  readonly withFailures?: boolean;
}

/** Where the time went from the start of the promise's clock, what was still missing at the deadline, and whether it came. */
export function breakLines(report: PromiseReport, broken: PromiseBreak, told: Told): BreakLine[] {
  const starts: BreakLine[] =
    report.opened === undefined || report.promise.clock === undefined
      ? []
      : [{ kind: 'clock-starts', at: report.opened, text: 'the clock starts' }];
  const { incident } = splitIncident(report.promise.name);
  const chain = chainLines(broken, told, incident);
  return [
    ...(starts.length > 0 ? introduction(report, told, incident, chain) : []),
    ...starts,
    ...chain,
    ...missingLines(broken, told.book, incident),
    ...unmetLines(report, broken, told),
    ...ending(report, broken),
  ];
}

const isHappening = ({ kind }: BreakLine): boolean => kind === 'happens';

/** What led to the start of the clock, where the chain does not tell it: what people did, or whatever it was if nothing happens afterwards. */
function introduction(
  report: PromiseReport,
  told: Told,
  incident: string | undefined,
  chain: readonly BreakLine[],
): BreakLine[] {
  const happens = chain.filter(isHappening);
  if (happens.some(({ at = 0 }) => at <= (report.opened ?? 0))) return [];
  const before = linesBefore(report, told, incident);
  return happens.length === 0 || before.some(isHuman) ? before : [];
}

const isHuman = ({ by }: BreakLine): boolean => by !== undefined && by !== 'machine' && by !== 'nature';

function linesBefore({ promise, opened }: PromiseReport, told: Told, incident: string | undefined) {
  const start = told.records.find(
    (record) => record.kind === 'promise-opened' && record.t === opened && fullName(record) === promise.name,
  );
  const { book, records } = told;
  return start
    ? linesOf(causesOf(records, start.seq, INTRODUCTION), { book, records }, incident, start.seq)
    : [];
}

/** What happens in another incident than that of the promise is said to be so. */
const elsewhere = (where: { readonly incident?: string }, incident: string | undefined): string =>
  where.incident === undefined || where.incident === incident ? '' : ` in ${where.incident}`;

/** The way to a record from an instant on: each newest cause, from the first to the record itself. */
export function linesTo(record: TraceRecord, from: number, told: Told): BreakLine[] {
  const way = [...causesOf(told.records, record.seq, Number.POSITIVE_INFINITY), record.seq].filter(
    (seq) => (told.records[seq - 1]?.t ?? 0) >= from,
  );
  return [
    { kind: 'clock-starts', at: from, text: 'the clock starts' },
    ...linesOf(way, told, record.incident),
  ];
}

/** How many causes are told of the start of a clock. */
const INTRODUCTION = 4;

/** How many causes are told of a check that has no clock to begin at. */
const LONGEST = 9;

/** The chain of events that led there, with what each one took. */
const chainLines = (broken: PromiseBreak, told: Told, incident: string | undefined): BreakLine[] =>
  linesOf(broken.story?.chain ?? causesOf(told.records, broken.seq, LONGEST), told, incident, broken.seq);

function linesOf(
  chain: readonly number[],
  { book, records, withFailures = false }: Told,
  incident: string | undefined,
  until = Number.POSITIVE_INFINITY,
): BreakLine[] {
  const found = chain.flatMap((seq) => records[seq - 1] ?? []);
  const said = found.filter(
    (record) => record.kind !== 'fact' || !found.some((other) => other.t === record.t && other !== record),
  );
  const failures = records.filter(({ kind, seq }) => withFailures && kind === 'failed' && seq < until);
  let before: number | undefined;
  return [...new Set([...said, ...failures])]
    .sort((a, b) => a.seq - b.seq)
    .map((record): BreakLine => {
      const took = before === undefined || record.t === before ? {} : { took: record.t - before };
      before = record.t;
      const kind = record.kind === 'failed' ? 'late' : 'happens';
      return {
        kind,
        at: record.t,
        text: `${happening(record, book)}${elsewhere(record, incident)}`,
        ...placeOf(record),
        ...took,
      };
    });
}

const placeOf = ({ site, by }: Pick<TraceRecord, 'site' | 'by'>) => ({
  ...(site === undefined ? {} : { site }),
  ...(by === undefined ? {} : { by }),
});

/** From a record back to what made it possible, the newest cause of each. */
function causesOf(records: readonly TraceRecord[], seq: number, most: number): number[] {
  const chain: number[] = [];
  for (let at = records[seq - 1]?.because.at(-1); at !== undefined && chain.length < most; ) {
    chain.unshift(at);
    at = records[at - 1]?.because.at(-1);
  }
  return chain;
}

function happening({ kind, text, by, subject }: TraceRecord, book: Book): string {
  const who = by === undefined || by === 'machine' || by === 'nature' ? '' : `${nameOf(book, by)} `;
  if (kind === 'step-started') return `${who}begins ${plain(subject ?? '')}`;
  if (kind === 'step-done') return `${who}finishes ${plain(subject ?? '')}`;
  return `${who}${text}`;
}

const nameOf = (book: Book, by: string): string => book.groups.get(by)?.title ?? callOf(book, by);

/** What was awaited, and behind it the one move that could have come. */
function missingLines({ at, story }: PromiseBreak, book: Book, incident: string | undefined): BreakLine[] {
  const missing = story?.missing ?? [];
  const active = missing.at(-1);
  if (!active)
    return story ? [{ kind: 'missing', at, text: 'nothing that may happen now brings it about' }] : [];
  const waiting = missing.slice(0, -1).map(({ site }) => siteWords(site));
  const behind =
    waiting.length === 0 ? '' : ` (so ${[...new Set(waiting)].reverse().join(', then ')} had to wait)`;
  return [
    {
      kind: 'missing',
      at,
      text: `${activeWords(active, at, book)}${elsewhere(active, incident)}${behind}`,
      ...placeOf(active),
    },
  ];
}

/** What had to come first, and had not. */
function unmetLines(
  { promise }: PromiseReport,
  { at, seq }: PromiseBreak,
  { book, records }: Told,
): BreakLine[] {
  const unmet = unmetBefore(book, promise.name, records, seq);
  return unmet.length === 0
    ? []
    : [{ kind: 'missing', at, text: `had not happened yet: ${unmet.join('; ')}` }];
}

function activeWords({ by, site, since, text }: Missing, at: number, book: Book): string {
  const who = by === 'machine' || by === 'nature' ? 'the system' : nameOf(book, by);
  const what = site.startsWith('step/') ? plain(siteWords(site)) : text;
  const waited = since === undefined || at === since ? '' : `, for ${spanWords(at - since)} already`;
  return site.endsWith('/start') || !site.startsWith('step/')
    ? `still missing: ${who} ${what}${waited}`
    : `still at it: ${who}, ${what}${waited}`;
}

const siteWords = (site: string): string =>
  plain(
    site
      .replace(/^step\//, '')
      .replace(/\/start$/, '')
      .replaceAll('/', ' '),
  );

function ending({ promise }: PromiseReport, { late, at }: PromiseBreak): BreakLine[] {
  if (late !== undefined)
    return [{ kind: 'kept-late', at: late, text: `kept at last, ${spanWords(late - at)} late` }];
  return promise.clock === undefined
    ? []
    : [{ kind: 'never-kept', at: undefined, text: 'it was never kept in this run' }];
}
