import { parseInstant } from '../../../model/calendar.ts';
import type { BusinessCalendar } from '../../../model/generated/types.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { Calendar } from '../../run/player.ts';

/** A calendar start of an incident, as a scenario writes it and as a run reads it. */
export interface Start {
  readonly text: string;
  readonly calendar: Calendar;
}

const HOUR = 3600;

/** The start that was asked for, the night after it, the evening two days later and the morning after that. */
const OFFSETS = [0, 16 * HOUR, 56 * HOUR, 72 * HOUR];

/** When stories are tried to begin: where nothing waits for business hours or counts business days, only the first. */
export function startsOf(machine: Machine, first: string, business: BusinessCalendar): Start[] {
  const matters =
    machine.windows.some(({ atOpening }) => atOpening) ||
    machine.promises.some(({ businessDays }) => businessDays !== undefined);
  return (matters ? OFFSETS : [0]).map((offset) => {
    const text = later(first, offset);
    return { text, calendar: { starts: parseInstant(text), business } };
  });
}

/** The same wall clock and offset, so many seconds later. */
function later(text: string, seconds: number): string {
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(text)?.[1] ?? 'Z';
  const wall = Date.parse(`${text.slice(0, text.length - zone.length)}Z`);
  return `${new Date(wall + seconds * 1000).toISOString().slice(0, 19)}${zone}`;
}
