import { isHardMismatch, type VectorMismatch } from '../../verifier/run-vectors.ts';
import { oneLine } from './one-line.ts';
import type { VectorFile } from './vector-files.ts';
import type { VerdictReport } from './verdict-report.ts';

/** What `verify vectors --json` prints. */
export interface VectorsReport extends VerdictReport {
  readonly files: readonly VectorFileReport[];
}

export interface VectorFileReport {
  readonly file: string;
  readonly kind: 'ran' | 'malformed' | 'empty';
  /** The kind of file, or what is wrong with it. */
  readonly what: string;
  readonly total: number;
  readonly agreed: number;
  readonly skipped: readonly { readonly id: string; readonly why: string }[];
  readonly mismatches: readonly VectorMismatch[];
  /** Mismatches where the file itself says that another answer could be defended. */
  readonly ambiguous: readonly VectorMismatch[];
}

export const vectorsReport = (verdict: VerdictReport, files: readonly VectorFile[]): VectorsReport => ({
  ...verdict,
  files: files.map(fileReport),
});

export function fileReport({ file, report }: VectorFile): VectorFileReport {
  const name = oneLine(file);
  if (report.kind !== 'ran') {
    const none = { total: 0, agreed: 0, skipped: [], mismatches: [], ambiguous: [] };
    return { file: name, kind: report.kind, what: oneLine(report.problem), ...none };
  }
  const mismatches = report.mismatches.map(clean);
  return {
    file: name,
    kind: 'ran',
    what: report.shape,
    total: report.total,
    agreed: report.agreed,
    skipped: report.skipped.map(({ id, why }) => ({ id: oneLine(id), why: oneLine(why) })),
    mismatches: mismatches.filter(isHardMismatch),
    ambiguous: mismatches.filter((mismatch) => !isHardMismatch(mismatch)),
  };
}

const clean = ({ id, fact, expected, got, ambiguous }: VectorMismatch): VectorMismatch => ({
  id: oneLine(id),
  fact: oneLine(fact),
  expected: oneLine(expected),
  got: oneLine(got),
  ...(ambiguous === undefined ? {} : { ambiguous: oneLine(ambiguous) }),
});
