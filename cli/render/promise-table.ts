import { splitIncident } from '../../simulator/incident-name.ts';
import type { PromiseReport } from '../../simulator/replay/promises.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Paint } from '../paint.ts';
import type { ClockFace } from './clock.ts';
import { incidentTags } from './incident-tags.ts';

/** One row a promise that was called on: due, kept, to spare. The tightest stand last, where the eye is. */
export function renderPromises(reports: readonly PromiseReport[], clock: ClockFace, paint: Paint): string {
  const rows = reports
    .filter(({ verdict }) => verdict !== 'not-called')
    .map((report) => ({ report, spare: spareOf(report) }))
    .sort((a, b) => (b.spare ?? Infinity) - (a.spare ?? Infinity));
  const incidents = rows.map(({ report }) => splitIncident(report.promise.name).incident);
  const tags = incidentTags(incidents, paint);
  const wide = Math.max(10, ...rows.map(({ report }) => report.promise.text.length));
  return rows
    .map(
      ({ report, spare }, index) =>
        `  ${mark(report, paint)} ${tags.cell(incidents[index])}${report.promise.text.padEnd(Math.min(wide, 72))}  ${detail(report, spare, clock, paint)}`,
    )
    .join('\n');
}

const spareOf = ({ due, kept, verdict }: PromiseReport): number | undefined =>
  verdict === 'broken' ? -1 : due === undefined || kept === undefined || kept > due ? undefined : due - kept;

function mark({ verdict }: PromiseReport, paint: Paint): string {
  if (verdict === 'kept') return paint.good('✓');
  if (verdict === 'broken') return paint.bad('✗');
  return paint.warn(verdict === 'open' ? '…' : '–');
}

function detail(
  { verdict, due, kept, breaks }: PromiseReport,
  spare: number | undefined,
  clock: ClockFace,
  paint: Paint,
): string {
  if (verdict === 'broken') return paint.bad(`broke at ${breaks.map(({ at }) => clock(at)).join(', ')}`);
  if (verdict === 'open')
    return paint.warn(`still open, due ${due === undefined ? 'at the end' : clock(due)}`);
  if (verdict === 'excused') return paint.dim('excused by closing');
  if (due === undefined) return paint.dim('held');
  if (spare === undefined) return paint.dim('kept throughout');
  return paint.dim(
    `due ${clock(due)}  kept ${clock(kept as number)}  ${spare === 0 ? 'on the bell' : `${spanWords(spare)} to spare`}`,
  );
}
