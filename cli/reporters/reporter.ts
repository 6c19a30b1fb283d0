import type { CheckReport } from '../check-report.ts';
import type { Paint } from '../paint.ts';

/** What a reporter may need beside the report. */
export interface Surroundings {
  readonly paint: Paint;
  /** A line of a file, counted from 1. */
  line(file: string, line: number): string | undefined;
}

/** One form in which findings are printed; the text ends with a line break, or is empty. */
export type Reporter = (report: CheckReport, surroundings: Surroundings) => string;
