import type { ReportedFinding } from '../check-report.ts';
import { printable } from '../printable.ts';
import type { Reporter } from './reporter.ts';

/** Annotations of GitHub Actions: workflow commands, their escapes as in `@actions/core`. */
export const github: Reporter = ({ findings }, { prefix }) => annotations(findings, prefix);

/** A line a finding, nothing when there is none. GitHub finds files from the root of the git repository. */
export const annotations = (findings: readonly ReportedFinding[], prefix: string): string =>
  findings
    .map(({ message, hint, ...finding }) =>
      annotation(
        'error',
        { ...finding, message: hint === undefined ? message : `${message} (${hint})` },
        prefix,
      ),
    )
    .join('');

/** What stands on a line of a file: an error fails nothing by itself, a notice is for information. */
export function annotation(
  level: 'error' | 'notice',
  { file, line, column, rule, message }: Omit<ReportedFinding, 'hint' | 'fingerprint' | 'book'>,
  prefix: string,
): string {
  const properties = Object.entries({ file: `${prefix}${file}`, line, col: column, title: rule })
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',');
  return `::${level} ${properties}::${data(message)}\n`;
}

const data = (text: string) => printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
