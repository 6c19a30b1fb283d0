import type { CodesReport } from '../codes-report.ts';
import { paintFor } from '../paint.ts';
import { REPORTERS } from '../reporters/all.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { repositoryText } from '../repository-text.ts';
import { renderCodes } from './codes-report.ts';

/** In the form that was asked for: `text` shows the ladder too, `json` is the whole report. */
export function renderCodeFindings(report: CodesReport, format: string, root: string): string {
  const textOf = repositoryText(root);
  const line = (file: string, number: number) => textOf(file)?.split(/\r?\n/)[number - 1];
  const surroundings = { paint: paintFor(process.stdout), line };
  if (format === 'text') return renderCodes(report, surroundings);
  if (format === 'json') return JSON.stringify(report, null, 2);
  const { findings } = report;
  return (REPORTERS[format] as Reporter)({ version: 1, books: [], findings }, surroundings).trimEnd();
}
