import * as Flags from '@oclif/core/flags';
import { instantExists } from '../model/calendar.ts';
import { OperatorError } from './operator-error.ts';
import { today } from './today.ts';

/** `--at`, the day by which a command judges. */
export const dayFlag = {
  at: Flags.string({ helpValue: 'DAY', summary: 'As of which day, as 2026-11-28; absent: today, in UTC.' }),
};

export function dayOf(text: string | undefined): string {
  if (text === undefined) return today();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && instantExists(`${text}T00:00:00Z`)) return text;
  throw new OperatorError(`\`${text}\` is no day`, {
    hint: 'write the year, the month and the day, such as 2026-11-28',
  });
}
