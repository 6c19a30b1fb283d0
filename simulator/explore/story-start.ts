import { type Instant, isBusinessHour, nextBusinessOpening, parseInstant } from '../../model/calendar.ts';
import type { BusinessCalendar } from '../../model/generated/types.ts';
import type { Run } from '../run/run.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Two weeks hold every kind of night and weekend, and most kinds of holiday. */
const DAYS = 14;

/**
 * Instants at which a story may have to start to go as it was found: proofs know no calendar, so that one may need a Friday night
 * (D26). The wanted one first; then those at which business hours open when the story says so; then right after they shut; then
 * the other days of a week, for lengths in business days.
 */
export function* startsFor(run: Run, wanted: string, calendar: BusinessCalendar): Generator<string> {
  const base = parseInstant(wanted);
  yield wanted;
  const openings = openingsAfter(base, calendar);
  const waits = run.machine.windows.filter(({ atOpening }) => atOpening).map(({ site }) => site);
  const opened = run.records
    .filter(({ site }) => site !== undefined && waits.includes(site))
    .map(({ t }) => t);
  const tried = new Set<Instant>([base]);
  const fresh = (instant: Instant): boolean => !tried.has(instant) && tried.add(instant).has(instant);
  for (const t of new Set(opened))
    for (const { opens } of openings) if (fresh(opens - t)) yield written(opens - t);
  if (waits.length > 0) for (const { shut } of openings) if (fresh(shut)) yield written(shut);
  for (let day = 1; day < 7; day++) if (fresh(base + day * DAY)) yield written(base + day * DAY);
}

/** Each time that business hours open in the next days, and the first full hour of the closed time before it. */
function openingsAfter(base: Instant, calendar: BusinessCalendar): { opens: Instant; shut: Instant }[] {
  const found: { opens: Instant; shut: Instant }[] = [];
  let shut: Instant | undefined;
  for (let at = base; at < base + DAYS * DAY; at += HOUR) {
    if (isBusinessHour(at, calendar)) shut = undefined;
    else if (shut === undefined) {
      shut = at;
      found.push({ opens: nextBusinessOpening(at, calendar), shut });
    }
  }
  return found.sort((a, b) => b.opens - b.shut - (a.opens - a.shut));
}

const written = (instant: Instant): string => new Date(instant * 1000).toISOString().replace('.000Z', 'Z');
