import type { Formats } from './formats.ts';
import { NO_PAINT, paintFor } from './paint.ts';
import type { Surroundings } from './reporters/reporter.ts';
import { textWidth } from './width.ts';
import { writeWhole } from './write-whole.ts';

/** Prints a report in the form for stdout, then writes it in the others; a form that says nothing prints nothing. */
export function deliver<Report>(
  { stdout, files }: Formats<Report>,
  report: Report,
  around: Omit<Surroundings, 'paint' | 'width'>,
  log: (text: string) => void,
): void {
  const width = textWidth(process.stdout);
  const shown = stdout(report, { ...around, width, paint: paintFor(process.stdout) }).trimEnd();
  if (shown !== '') log(shown);
  for (const { file, render } of files)
    writeWhole(file, render(report, { ...around, width: textWidth({}), paint: NO_PAINT }), 'report');
}
