import { shortestSeconds } from '../../model/calendar.ts';
import { parseDuration, writeSeconds } from '../../model/duration.ts';
import type { BusinessCalendar } from '../../model/generated/types.ts';

/** The shortest real length of a promise, in seconds: business days count from the best start. */
export const boundSeconds = (duration: string, calendar: BusinessCalendar): number =>
  shortestSeconds(parseDuration(duration), calendar);

/** Slack between a bound and what is needed, in words. */
export const slack = (bound: number, needed: number): string =>
  needed > bound
    ? `${writeSeconds(needed - bound)} too long`
    : needed === bound
      ? 'no slack'
      : `${writeSeconds(bound - needed)} of slack`;

/** Seconds that words such as `within minutes` leave at most; undefined when they name no unit. */
export function secondsInWords(words: string | undefined): number | undefined {
  if (words === undefined || /working hours|business hours/i.test(words)) return undefined;
  if (/\bminutes?\b/i.test(words)) return 3600;
  return /\bhours?\b/i.test(words) ? 86_400 : undefined;
}
