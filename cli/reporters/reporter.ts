import type { CheckReport } from '../check-report.ts';
import type { Paint } from '../paint.ts';

/** What a form may need beside the report. */
export interface Surroundings {
  readonly paint: Paint;
  /** Columns to write in. */
  readonly width: number;
  /** A line of a file, counted from 1. */
  line(file: string, line: number): string | undefined;
  /** From the root of the git repository to the folder that holds the books: empty, or it ends with a slash. */
  readonly prefix: string;
  /** Of this program. */
  readonly version: string;
  /** Where a place is shown in a browser; without it places are text. */
  readonly placeUrl?: PlaceUrl | undefined;
}

/** The address of a line of a file of the repository. */
export type PlaceUrl = (file: string, line: number) => string;

/** One form in which a report is written; the text ends with a line break, or is empty. */
export type Render<Report> = (report: Report, surroundings: Surroundings) => string;

/** By the word that `--format` takes. */
export type Forms<Report> = Readonly<Record<string, Render<Report>>>;

export type Reporter = Render<CheckReport>;
