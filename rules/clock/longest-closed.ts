import type { BusinessCalendar, Weekday } from '../../model/generated/types.ts';

const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = 86_400;

/** The longest time between two openings of a week without holidays, in seconds from shutting to opening. */
export function longestClosed({ days, opens, shuts }: BusinessCalendar): number {
  const open = WEEK.map((day) => days.includes(day));
  const gaps = WEEK.flatMap((_, start) => {
    if (!open[start]) return [];
    let next = start + 1;
    while (!open[next % 7]) next++;
    return [(next - start) * DAY];
  });
  return Math.max(...gaps) - (secondOf(shuts) - secondOf(opens));
}

function secondOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return hour * 3600 + minute * 60;
}
