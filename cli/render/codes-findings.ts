import type { CodesReport } from '../codes-report.ts';
import { gitPrefix } from '../git-prefix.ts';
import { paintFor } from '../paint.ts';
import { CHECK_FORMS } from '../reporters/check-forms.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { repositoryText } from '../repository-text.ts';
import { textWidth } from '../width.ts';
import { renderCodes } from './codes-report.ts';

/** The forms of `codes`: those of `check`, of which `text` shows the ladder too and `json` the whole report. */
export const CODES_FORMS = Object.keys(CHECK_FORMS) as (keyof typeof CHECK_FORMS)[];

export function renderCodeFindings(
  report: CodesReport,
  format: keyof typeof CHECK_FORMS,
  root: string,
  version: string,
): string {
  const textOf = repositoryText(root);
  const surroundings: Surroundings = {
    paint: paintFor(process.stdout),
    width: textWidth(process.stdout),
    line: (file, number) => textOf(file)?.split(/\r?\n/)[number - 1],
    prefix: gitPrefix(root),
    version,
  };
  if (format === 'text') return renderCodes(report, surroundings);
  if (format === 'json') return JSON.stringify(report, null, 2);
  const { findings } = report;
  return CHECK_FORMS[format]({ version: 1, books: [], findings }, surroundings).trimEnd();
}
