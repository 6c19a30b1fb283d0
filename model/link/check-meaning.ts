import { instantExists, isZone } from '../calendar.ts';
import { parseSpan } from '../duration.ts';
import type { Path } from '../position.ts';
import type { ReportProblem } from '../problem.ts';
import type { Meaning } from '../schema/shape.ts';
import { code } from '../schema/words.ts';

/** What a pattern cannot say: spans run forward; dates, instants and zones exist. */
export function checkMeaning(meaning: Meaning, text: string, path: Path, report: ReportProblem): void {
  if (meaning === 'span') checkSpan(text, path, report);
  else if (!EXISTS[meaning](text))
    report(() => ({
      rule: 'time-exists',
      path,
      target: 'value',
      message: `${code(text)} ${WRONG[meaning]}`,
      subject: text,
    }));
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ZONE = /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A text that does not fit its pattern is spoken of by the validator. */
const EXISTS = {
  instant: (text: string) => !INSTANT.test(text) || instantExists(text),
  date: (text: string) => !DATE.test(text) || instantExists(`${text}T00:00:00Z`),
  zone: (text: string) => !ZONE.test(text) || isZone(text),
} as const;

const WRONG = {
  instant: 'is no point in time: the calendar has no such day, or the clock no such time',
  date: 'is no date: the calendar has no such day',
  zone: 'is no time zone that this system knows',
} as const;

const SPAN = /^(0|\d+[smhd])\.\.\d+[smhd]$/;

function checkSpan(text: string, path: Path, report: ReportProblem): void {
  if (!SPAN.test(text)) return;
  const { lo, hi } = parseSpan(text);
  if (lo <= hi) return;
  const [low, high] = text.split('..');
  const message = `${code(text)} runs backwards: ${low} is more than ${high}`;
  const hint = `write ${code(`${high}..${low}`)}`;
  report(() => ({ rule: 'span-runs-forward', path, target: 'value', message, hint, subject: text }));
}
