import type { VectorMismatch } from '../../verifier/run-vectors.ts';
import type { Paint } from '../paint.ts';
import type { VectorFile } from '../verify/vector-files.ts';
import { fileReport, type VectorFileReport } from '../verify/vectors-report.ts';
import { plural } from './words.ts';

/** A line a file; under it every mismatch, those that leave no room first. */
export function renderVectors(files: readonly VectorFile[], paint: Paint): string {
  const reports = files.map(fileReport);
  const width = Math.max(0, ...reports.map(({ file }) => file.length));
  return reports.flatMap((report) => renderFile(report, width, paint)).join('\n');
}

function renderFile(report: VectorFileReport, width: number, paint: Paint): string[] {
  const { file, kind, what, total, agreed, skipped, mismatches, ambiguous } = report;
  if (kind !== 'ran') return [`${paint.warn('?')} ${file.padEnd(width)}  not run: ${what}`];
  const mark = mismatches.length === 0 ? paint.good('✓') : paint.bad('✗');
  const parts = [
    `${agreed} of ${plural(total, 'vector')} agree`,
    ...(mismatches.length === 0 ? [] : [paint.bad(`${mismatches.length} differ`)]),
    ...(ambiguous.length === 0 ? [] : [paint.warn(`${ambiguous.length} ambiguous differ`)]),
    ...(skipped.length === 0 ? [] : [`${skipped.length} do not apply`]),
  ];
  return [
    `${mark} ${file.padEnd(width)}  ${parts.join(', ')}  ${paint.dim(what)}`,
    ...mismatches.map((mismatch) => `    ${paint.bad('✗')} ${renderMismatch(mismatch)}`),
    ...ambiguous.map(
      (mismatch) =>
        `    ${paint.warn('~')} ${renderMismatch(mismatch)}  ${paint.dim(mismatch.ambiguous ?? '')}`,
    ),
    ...skipped.map(({ id, why }) => `    ${paint.dim(`- ${id}: ${why}`)}`),
  ];
}

const renderMismatch = ({ id, fact, expected, got }: VectorMismatch): string =>
  `${id}: ${fact} should be ${expected}, is ${got}`;
