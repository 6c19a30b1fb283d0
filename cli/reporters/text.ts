import type { ReportedFinding } from '../check-report.ts';
import { inOneLine } from '../printable.ts';
import { codeFrame } from './code-frame.ts';
import type { Reporter, Surroundings } from './reporter.ts';
import { summary } from './summary.ts';

/** For a person: each finding with the line it is about, then what was checked. */
export const text: Reporter = (report, surroundings) =>
  [
    ...report.findings.map((finding) => paragraph(finding, surroundings)),
    summary(report, surroundings.paint),
  ].join('\n');

/** One finding with the line it is about. */
export function paragraph(finding: ReportedFinding, { paint, line }: Surroundings): string {
  const { file, line: number, column, rule, message, hint } = finding;
  const place = `${paint.bold(inOneLine(`${file}:${number}:${column}`))}  ${paint.dim(rule)}`;
  const source = line(file, number);
  const frame =
    source === undefined
      ? []
      : [codeFrame({ line: number, column, before: line(file, number - 1), text: source }, paint)];
  const advice = hint === undefined ? [] : [`  ${paint.mark('hint:')} ${inOneLine(hint)}`];
  return `${[place, `  ${words(message)}`, ...advice, ...frame.map(indented)].join('\n')}\n`;
}

const indented = (frame: string) => frame.replace(/^/gm, '  ');

/** The runner of GitHub Actions obeys `::command::` at the start of a line of a log, behind spaces too. */
const words = (message: string) => inOneLine(message).replace(/^(\s*):(?=:)/u, '$1\\u003A');
