import type { Formats } from './formats.ts';
import { NO_PAINT, paintFor } from './paint.ts';
import type { Surroundings } from './reporters/reporter.ts';
import { placeUrl, writeStepSummary } from './step-summary.ts';
import { textWidth } from './width.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Prints a report in the form for stdout, then writes it in the others, and into the summary of the job beside annotations for
 * GitHub; a form that says nothing prints nothing.
 */
export function deliver<Report>(
  { stdout, files, summary }: Formats<Report>,
  report: Report,
  around: Omit<Surroundings, 'paint' | 'width'>,
  log: (text: string) => void,
): void {
  const width = textWidth(process.stdout);
  const shown = stdout(report, { ...around, width, paint: paintFor(process.stdout) }).trimEnd();
  if (shown !== '') log(shown);
  const plain = { ...around, width: textWidth({}), paint: NO_PAINT };
  for (const { file, render } of files) writeWhole(file, render(report, plain), 'report');
  if (summary)
    writeStepSummary(
      summary(report, { ...plain, placeUrl: placeUrl(around.prefix, process.env) }),
      process.env,
    );
}
