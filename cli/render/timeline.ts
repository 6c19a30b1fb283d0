import type { Book } from '../../model/book.ts';
import type { TraceKind, TraceRecord } from '../../simulator/run/trace.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Paint } from '../paint.ts';
import type { ClockFace } from './clock.ts';
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

/** Minutes, who, what, and under it which clock was met or missed. */
export function renderTimeline(records: readonly TraceRecord[], scenery: Scenery): string {
  const shown = records.filter((record) => isSaid(record, records));
  const lines: string[] = [];
  let time = -1;
  let who = '';
  const levels = records.filter(({ kind }) => kind === 'level');
  const saidBy = (record: TraceRecord, rest: readonly TraceRecord[]) =>
    record.kind === 'declared'
      ? `▲ ${scenery.paint.bad(declaredAs(record, levels))}`
      : sentence(record, rest, scenery);
  const { clock, paint } = scenery;
  const gutter = Math.max(5, ...shown.map(({ t }) => clock(t).length));
  for (const [index, record] of shown.entries()) {
    if (
      record.kind === 'page-sent' &&
      shown[index - 1]?.kind === 'page-sent' &&
      shown[index - 1]?.t === record.t
    )
      continue;
    const actor = actorOf(record, scenery.book);
    if (record.kind === 'phase') lines.push('');
    const shownTime = record.t === time ? '' : clock(record.t);
    const shownWho = record.t === time && actor === who ? '' : actor;
    const left = `${shownTime.padStart(gutter)}  ${shownWho.slice(0, WHO).padEnd(WHO)} `;
    lines.push(
      `${paint.dim(left)} ${wrap(saidBy(record, shown.slice(index)), scenery.width, left.length + 3)}`,
    );
    time = record.t;
    if (actor !== '') who = actor;
  }
  return lines.join('\n');
}

/** Phases are shown when they begin, causes by name, a level only when it is not the declaration's own. */
function isSaid(record: TraceRecord, records: readonly TraceRecord[]): boolean {
  if (UNSAID.has(record.kind)) return false;
  if (record.kind === 'phase') return record.event.endsWith('.started');
  if (record.kind === 'cause') return record.event !== 'cause.identified';
  if (record.kind === 'approved') return !record.event.endsWith('.verbal');
  if (record.kind === 'level') return !records.some(({ kind, t }) => kind === 'declared' && t === record.t);
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
  { book, clock, paint }: Scenery,
): string {
  switch (record.kind) {
    case 'inject':
      return `⚑ ${paint.bold(record.text)}`;
    case 'declared':
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
      return `▸ ${plainId(record.subject ?? '')}  ${paint.dim(record.text)}`;
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
function declaredAs({ text, t }: TraceRecord, levels: readonly TraceRecord[]): string {
  const level = levels.find((record) => record.t === t);
  return level ? `${text}, ${level.subject}` : text;
}

/** All pages of one instant are one line. */
function pagesOf(rest: readonly TraceRecord[], book: Book): string[] {
  const until = rest.findIndex(({ kind, t }) => kind !== 'page-sent' || t !== rest[0]?.t);
  return rest
    .slice(0, until < 0 ? rest.length : until)
    .map(({ subject = '' }) => book.roles.get(subject)?.title ?? book.groups.get(subject)?.title ?? subject);
}
