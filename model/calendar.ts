import type { Length } from './duration.ts';
import type { BusinessCalendar, Weekday } from './generated/types.ts';

const DAY = 86_400;
const WEEK: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Seconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Parses the `instant` definition of the schemas: `2026-09-16T10:00:00-04:00`. */
export function parseInstant(text: string): Instant {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|([+-])(\d{2}):(\d{2}))$/.exec(text);
  if (!match) throw new Error(`not an instant: ${text}`);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offset =
    match[8] === undefined ? 0 : (match[8] === '-' ? -1 : 1) * (Number(match[9]) * 60 + Number(match[10]));
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset * 60;
}

/** Does the calendar have this day, the clock this time and the offset a sense? The text fits the pattern of instants. */
export function instantExists(text: string): boolean {
  const [year, month, day, hour, minute] = text.split(/[-T:]/, 5).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  const [offsetHour, offsetMinute] = (/[+-](\d{2}):(\d{2})$/.exec(text)?.slice(1) ?? ['0', '0']).map(
    Number,
  ) as [number, number];
  const second = Number(/T\d{2}:\d{2}:(\d{2})/.exec(text)?.[1] ?? 0);
  return (
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    offsetHour < 24 &&
    offsetMinute < 60
  );
}

/** The wall clock of a zone at an instant. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: Weekday;
  /** Seconds since midnight. */
  readonly second: number;
  /** The zone's short name, such as EDT. */
  readonly zoneName: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      timeZoneName: 'short',
    });
  formats.set(zone, known);
  return known;
}

/** Does this machine's time zone database know the zone? */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}
export function wallClock(instant: Instant, zone: string): WallClock {
  const key = `${instant} ${zone}`;
  const known = seen.get(key);
  if (known) return known;
  if (seen.size >= MOST_SEEN) seen.clear();
  const clock = readWallClock(instant, zone);
  seen.set(key, clock);
  return clock;
}

/** Stories are played at the same few instants again and again, and asking for a zone's clock is slow. */
const seen = new Map<string, WallClock>();
const MOST_SEEN = 10_000;

function readWallClock(instant: Instant, zone: string): WallClock {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant * 1000)
      .map((part) => [part.type, part.value]),
  );
  const number = (part: string): number => Number(parts[part]);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    weekday: String(parts['weekday']).toLowerCase() as Weekday,
    second: number('hour') * 3600 + number('minute') * 60 + number('second'),
    zoneName: String(parts['timeZoneName']),
  };
}

const isoDate = ({ year, month, day }: WallClock): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const isBusinessDay = (clock: WallClock, calendar: BusinessCalendar): boolean =>
  calendar.days.includes(clock.weekday) && !(calendar.holidays ?? []).includes(isoDate(clock));

const clockSecond = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return hour * 3600 + minute * 60;
};

export function isBusinessHour(instant: Instant, calendar: BusinessCalendar): boolean {
  const clock = wallClock(instant, calendar.zone);
  return (
    isBusinessDay(clock, calendar) &&
    clock.second >= clockSecond(calendar.opens) &&
    clock.second < clockSecond(calendar.shuts)
  );
}

/** The next instant at which business hours are open: now, when they are. */
export function nextBusinessOpening(instant: Instant, calendar: BusinessCalendar): Instant {
  if (isBusinessHour(instant, calendar)) return instant;
  const opens = clockSecond(calendar.opens);
  const { second } = wallClock(instant, calendar.zone);
  let at = instant + (second < opens ? 0 : DAY);
  for (let days = 0; days <= 400; days++, at += DAY) {
    at += keepTimeOfDay(opens, wallClock(at, calendar.zone).second);
    if (at >= instant && isBusinessDay(wallClock(at, calendar.zone), calendar)) return at;
  }
  throw new Error('a year without a business day');
}

/** Seconds from the latest shutting to the next opening, over all weeks: every holiday may stand beside a weekend. */
export function longestClosure(calendar: BusinessCalendar): number {
  const night = DAY - clockSecond(calendar.shuts) + clockSecond(calendar.opens);
  const daysBetween = Math.max(...businessSpans(1, calendar)) / DAY - 1;
  return night + (daysBetween + (calendar.holidays ?? []).length) * DAY;
}

/** The same time of day, this many business days later; a daylight-saving change in between keeps the wall clock. */
export function addBusinessDays(instant: Instant, days: number, calendar: BusinessCalendar): Instant {
  const start = wallClock(instant, calendar.zone);
  let at = instant;
  for (let left = days; left > 0; ) {
    at += DAY;
    at += keepTimeOfDay(start.second, wallClock(at, calendar.zone).second);
    if (isBusinessDay(wallClock(at, calendar.zone), calendar)) left--;
  }
  return at;
}

/** Seconds to add so that the wall clock shows the wanted second of the day again; never more than half a day. */
function keepTimeOfDay(wanted: number, shown: number): number {
  const off = (((wanted - shown) % DAY) + DAY) % DAY;
  return off > DAY / 2 ? off - DAY : off;
}

/** Real seconds of a length that starts at an instant. */
export const realSeconds = (length: Length, start: Instant, calendar: BusinessCalendar): number =>
  'seconds' in length ? length.seconds : addBusinessDays(start, length.businessDays, calendar) - start;

/** The shortest real length over all starts (D26): what a proof, which knows no calendar start, must assume of a promise. */
export const shortestSeconds = (length: Length, calendar: BusinessCalendar): number =>
  'seconds' in length ? length.seconds : Math.min(...businessSpans(length.businessDays, calendar));

export const longestSeconds = (length: Length, calendar: BusinessCalendar): number =>
  'seconds' in length
    ? length.seconds
    : Math.max(...businessSpans(length.businessDays, calendar)) + (calendar.holidays ?? []).length * DAY;

/** Real lengths by weekday of the start, in whole days: proofs take no account of clock changes. */
function businessSpans(days: number, calendar: BusinessCalendar): number[] {
  return WEEK.map((_, start) => {
    let at = start;
    for (let left = days; left > 0; ) {
      at++;
      if (calendar.days.includes(WEEK[at % 7] as Weekday)) left--;
    }
    return (at - start) * DAY;
  });
}
