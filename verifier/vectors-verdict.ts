import { isHardMismatch, type VectorReport } from './run-vectors.ts';
import type { VectorsCode } from './vectors-codes.ts';

/** The code of a whole run. A file that did not run leaves the run undecided, whatever the others say. */
export function vectorsVerdict(reports: readonly VectorReport[]): VectorsCode {
  const ran = reports.filter(({ kind }) => kind === 'ran') as Extract<VectorReport, { kind: 'ran' }>[];
  if (ran.some(({ mismatches }) => mismatches.some(isHardMismatch))) return 'mismatch';
  if (reports.some(({ kind }) => kind === 'malformed')) return 'malformed-file';
  return ran.length === 0 || ran.length < reports.length ? 'nothing-ran' : 'agreed';
}
