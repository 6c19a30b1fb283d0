import type { Book } from '../../model/book.ts';
import type { TraceKind, TraceRecord } from '../../simulator/run/trace.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Paint } from '../paint.ts';
import type { ClockFace } from './clock.ts';
import { incidentTags } from './incident-tags.ts';
import { listed, plainId, wrap } from './words.ts';

/** What a line of the timeline needs to know beyond its record. */
export interface Scenery {
  readonly book: Book;
  readonly clock: ClockFace;
  readonly width: number;
  readonly paint: Paint;
}

/** Said elsewhere on the page, or too small to read at 3am. */
const UNSAID: ReadonlySet<TraceKind> = new Set([
  'fact',
  'paged',
  'promise-opened',
  'promise-excused',
  'first-response',
  'sent',
  'opened',
]);

const WHO = 25;
/** Where a column with incidents stands beside it on a narrow page. */
const NARROW = { page: 100, who: 16 };

/** Minutes, who, what, and under it which clock was met or missed. */
export function renderTimeline(records: readonly TraceRecord[], scenery: Scenery): string {
  const { clock, paint, width, book } = scenery;
  const shown = records.filter((record) => isSaid(record, records));
  const tags = incidentTags(
    shown.map(({ incident }) => incident),
    paint,
  );
  const gutter = Math.max(5, ...shown.map(({ t }) => clock(t).length));
  const room = tags.width > 0 && width < NARROW.page ? NARROW.who : WHO;
  const lines: string[] = [];
  let before: Pick<TraceRecord, 't' | 'incident'> = { t: -1 };
  let who = '';
  for (const [index, record] of shown.entries()) {
    if (isSamePaging(shown[index - 1], record)) continue;
    const actor = actorOf(record, book);
    if (record.kind === 'phase') lines.push('');
    const same = record.t === before.t;
    const shownTime = same ? '' : clock(record.t);
    const shownWho = same && actor === who ? '' : actor;
    const left = `${shownTime.padStart(gutter)}  ${shortened(shownWho, room).padEnd(room)} `;
    const tag = tags.cell(same && record.incident === before.incident ? undefined : record.incident);
    const what = sentence(record, shown.slice(index), records, scenery);
    lines.push(`${paint.dim(left)} ${tag}${wrap(what, width, left.length + tags.width + 3)}`);
    before = record;
    if (actor !== '') who = actor;
  }
  return lines.join('\n');
}

const shortened = (text: string, room: number): string =>
  text.length > room ? `${text.slice(0, room - 1)}…` : text;

/** All pages of one instant are one line. */
const isSamePaging = (before: TraceRecord | undefined, record: TraceRecord): boolean =>
  record.kind === 'page-sent' &&
  before?.kind === 'page-sent' &&
  before.t === record.t &&
  before.incident === record.incident;

/** Phases are shown when they begin, causes by name, a level only when it is not the declaration's own. */
function isSaid(record: TraceRecord, records: readonly TraceRecord[]): boolean {
  if (UNSAID.has(record.kind)) return false;
  if (record.kind === 'phase') return record.event.endsWith('.started');
  if (record.kind === 'cause') return record.event !== 'cause.identified';
  if (record.kind === 'approved') return !record.event.endsWith('.verbal');
  if (record.kind === 'level')
    return !records.some(
      ({ kind, t, incident }) => kind === 'declared' && t === record.t && incident === record.incident,
    );
  return true;
}

function actorOf(record: TraceRecord, book: Book): string {
  if (record.kind === 'inject') return 'facilitator';
  if (record.kind.startsWith('promise-') || record.kind === 'phase') return '';
  if (record.by === undefined || record.by === 'machine') return 'system';
  if (record.by === 'nature') return 'world';
  const person = book.people.get(record.by);
  return person?.name ?? person?.title ?? book.groups.get(record.by)?.title ?? record.by;
}

function sentence(
  record: TraceRecord,
  rest: readonly TraceRecord[],
  records: readonly TraceRecord[],
  { book, clock, paint }: Scenery,
): string {
  switch (record.kind) {
    case 'inject':
      return `⚑ ${paint.bold(record.text)}`;
    case 'declared':
      return `▲ ${paint.bad(declaredAs(record, records))}`;
    case 'level':
    case 'takeover-due':
    case 'exhausted':
      return `▲ ${paint.bad(record.text)}`;
    case 'page-sent':
      return `☎ pages ${listed(pagesOf(rest, book))}`;
    case 'acknowledged':
    case 'joined':
    case 'confirmed':
    case 'designated':
      return `· ${record.text}`;
    case 'command':
      return `★ ${paint.bold(record.text)}`;
    case 'phase':
      return paint.bold(record.text.replace(/^phase: /, ''));
    case 'step-started':
      return begins(record, records, book, paint);
    case 'step-done':
      return `${paint.good('✓')} ${plainId(record.subject ?? '')}`;
    case 'outcome':
      return `  ${record.text}`;
    case 'cause':
      return `◆ ${paint.bold(record.text)}`;
    case 'notified':
      return `✉ ${record.text}`;
    case 'failed':
      return paint.warn(`⚠ ${record.text}`);
    case 'lost':
      return paint.warn(`⚠ ${record.text}`);
    case 'resolved':
    case 'closed':
      return paint.good(`■ ${record.text}`);
    case 'promise-met':
      return paint.dim(`└ ✓ ${kept(record)}`);
    case 'promise-violated':
      return paint.bad(`└ ✗ broken at ${clock(record.t)}: ${record.text}`);
    case 'milestone':
      return `${paint.good('✓')} ${plainId(record.subject ?? '')}  ${paint.dim(record.text)}`;
    default:
      return `· ${record.text}`;
  }
}

const kept = ({ text, due, t }: TraceRecord): string =>
  due === undefined ? text : `${text}, ${due === t ? 'on the bell' : `${spanWords(due - t)} to spare`}`;

/** A declaration with the level that it enters, which follows in the same instant. */
function declaredAs({ text, t, incident }: TraceRecord, records: readonly TraceRecord[]): string {
  const level = records.find(
    (record) => record.kind === 'level' && record.t === t && record.incident === incident,
  );
  return level ? `${text}, ${level.subject}` : text;
}

/** What a step asks for is said where it is begun first, and not again where somebody else goes on with it. */
function begins(record: TraceRecord, records: readonly TraceRecord[], book: Book, paint: Paint): string {
  const step = plainId(record.subject ?? '');
  const before = workedBefore(record, records);
  if (before === undefined) return `▸ ${step}  ${paint.dim(record.text)}`;
  return `▸ takes over ${step} from ${actorOf(before, book)}`;
}

/** Who had begun this step and not ended it; what an outage stops may begin anew, which is no taking over. */
function workedBefore(record: TraceRecord, records: readonly TraceRecord[]): TraceRecord | undefined {
  const isTurn = ({ kind, subject, incident }: TraceRecord): boolean =>
    kind === 'lost' ||
    ((kind === 'step-started' || kind === 'step-done') &&
      subject === record.subject &&
      incident === record.incident);
  const last = records.slice(0, records.indexOf(record)).findLast(isTurn);
  return last?.kind === 'step-started' && last.by !== record.by ? last : undefined;
}

function pagesOf(rest: readonly TraceRecord[], book: Book): string[] {
  const [first] = rest;
  const until = rest.findIndex(
    (record) => record.kind !== 'page-sent' || record.t !== first?.t || record.incident !== first.incident,
  );
  return rest
    .slice(0, until < 0 ? rest.length : until)
    .map(({ subject = '' }) => book.roles.get(subject)?.title ?? book.groups.get(subject)?.title ?? subject);
}
