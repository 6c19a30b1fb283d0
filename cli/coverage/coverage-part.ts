import type { IsoDate } from '../../model/generated/types.ts';
import { type BookCoverage, joinCoverage } from '../../simulator/coverage/coverage.ts';
import type { ReportedFinding } from '../check-report.ts';
import type { Part } from '../parts/part.ts';
import { type ItemWaiver, settleItems } from './unreachable-items.ts';

/** What `coverage --json` prints and `--out` writes, see schemas/reports/. */
export type CoveragePart = Part<'coverage', CoverageResult>;

/** All but the books follows from them, the waivers and the day. */
export interface CoverageResult {
  /** The day on which waivers are judged. */
  readonly day: IsoDate;
  readonly waivers: readonly ItemWaiver[];
  /** What cannot happen and nobody answers for, and waivers that are past or not needed. */
  readonly findings: readonly ReportedFinding[];
  readonly waived: readonly ReportedFinding[];
  readonly books: readonly BookCoverage[];
}

export const coverageResult = (
  books: readonly BookCoverage[],
  day: IsoDate,
  waivers: readonly ItemWaiver[],
): CoverageResult => ({ day, waivers, ...settleItems(books, waivers, day), books });

/** Parts have the same books and items in the same order. */
export function joinCoverages(parts: readonly CoverageResult[]): CoverageResult {
  const [first] = parts;
  if (!first) throw new Error('no part was given');
  const books = first.books.map((_, place) =>
    parts.map(({ books: mine }) => mine[place] as BookCoverage).reduce(joinCoverage),
  );
  return coverageResult(books, first.day, first.waivers);
}
