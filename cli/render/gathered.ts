import type { Paint } from '../paint.ts';
import type { GatherReport } from '../verify/gather-into.ts';

/** What was written, what is missing, and the one line to write down. */
export function renderGathered(report: GatherReport, paint: Paint): string {
  const { folder, files, slot, digest, gaps, endpoints } = report;
  const head =
    digest === null
      ? paint.warn('? NOTHING GATHERED  nothing was written')
      : `${gaps.length === 0 ? paint.good('✓ GATHERED') : paint.bad('✗ GATHERED WITH GAPS')}  ${files} files in ${folder}, accounts at slot ${slot}`;
  return [
    head,
    ...gaps.map((gap) => `  ${paint.bad('gap')}       ${gap}`),
    ...endpoints.map((failure) => `  ${paint.dim('endpoint')}  ${failure}`),
    ...(digest === null
      ? []
      : ['', '  Write this down elsewhere; it proves the bundle:', `  sha256 of SHA256SUMS  ${digest}`]),
  ].join('\n');
}
