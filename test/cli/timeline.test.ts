import { expect, test } from 'vitest';
import { NO_PAINT } from '../../cli/paint.ts';
import { clockFace } from '../../cli/render/clock.ts';
import { renderTimeline } from '../../cli/render/timeline.ts';
import { rereader } from '../../model/load-book.ts';
import type { TraceKind, TraceRecord } from '../../simulator/run/trace.ts';
import { OWN_FILES } from '../simulator/own-files.ts';

const { book } = rereader(OWN_FILES['rwa-tokens'] ?? [], 'rwa-tokens').loaded;

const record = (t: number, kind: TraceKind, by: string, incident?: string): TraceRecord => ({
  seq: t + 1,
  t,
  kind,
  event: kind,
  subject: kind === 'lost' ? 'rpc' : 'verify-fix',
  by,
  text: `${kind} ${t}`,
  because: [],
  ...(incident === undefined ? {} : { incident }),
});

function timelineOf(...records: TraceRecord[]): string {
  if (!book) throw new Error('the book does not load');
  return renderTimeline(records, { book, clock: clockFace([]), width: 120, paint: NO_PAINT });
}

const FIRST = 'on-call-senior-engineer';
const SECOND = 'rotation-backup-engineer';

test('who begins a step that another has begun takes it over from him', () => {
  const said = timelineOf(record(0, 'step-started', FIRST), record(60, 'step-started', SECOND));
  expect(said).toContain('▸ verify fix  step-started 0');
  expect(said).toContain('▸ takes over verify fix from On-call senior engineer');
});

test.each<[string, readonly TraceRecord[]]>([
  ['was done before', [record(0, 'step-started', FIRST, 'b'), record(60, 'step-done', FIRST, 'b')]],
  ['an outage stopped', [record(0, 'step-started', FIRST, 'b'), record(60, 'lost', 'nature')]],
  ['another incident asks for too', [record(0, 'step-started', FIRST, 'a')]],
])('who begins a step that %s takes nothing over', (_case, before) => {
  const said = timelineOf(...before, record(120, 'step-started', SECOND, 'b'));
  expect(said).toContain('▸ verify fix  step-started 120');
  expect(said).not.toContain('takes over');
});
