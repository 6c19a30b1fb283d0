import type { Book } from '../../model/book.ts';
import { splitIncident } from '../../simulator/incident-name.ts';
import { type BreakLine, breakLines } from '../../simulator/replay/break-lines.ts';
import type { PromiseBreak, PromiseReport } from '../../simulator/replay/promises.ts';
import type { TraceRecord } from '../../simulator/run/trace.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Paint } from '../paint.ts';
import type { ClockFace } from './clock.ts';
import { wrap } from './words.ts';

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
  const lines = breakLines(report, broken, { book, records: scenery.records });
  return [head, where, ...lines.map((each) => renderBreakLine(each, scenery))]
    .filter((text) => text !== '')
    .join('\n');
}

/** Time, what happened, and what it took. */
export function renderBreakLine(
  { kind, at, text, took }: BreakLine,
  { clock, paint, width }: Pick<StoryScenery, 'clock' | 'paint' | 'width'>,
): string {
  const time = paint.dim((at === undefined ? '' : clock(at)).padStart(8));
  const span = took === undefined ? '' : paint.dim(`  +${spanWords(took)}`);
  return `  ${time}  ${COLOURS[kind](paint)(wrap(text, width, 12))}${span}`;
}

const plainly = () => (text: string) => text;
const COLOURS: Record<BreakLine['kind'], (paint: Paint) => (text: string) => string> = {
  'clock-starts': plainly,
  happens: plainly,
  late: ({ warn }) => warn,
  missing: ({ warn }) => warn,
  'never-kept': ({ dim }) => dim,
  'kept-late': plainly,
};
