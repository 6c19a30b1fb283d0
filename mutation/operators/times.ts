import { type Length, parseDuration } from '../../model/duration.ts';
import type { Change } from '../document/change.ts';
import type { Subject } from './operator.ts';
import { titled } from './select.ts';

/** Another length, or undefined where there is none. */
type Edit = (amount: number, grain: number) => number;

/** One mutant a time of the document. */
export const eachTime = (subject: Subject, edit: Edit): Change[][] =>
  titled(subject, 'Duration').flatMap(({ path, value }) => {
    const to = editedTime(String(value), edit);
    return to === undefined ? [] : [[{ op: 'set', path, to }]];
  });

export const scaled =
  (factor: number): Edit =>
  (amount) =>
    amount * factor;

export const shifted =
  (grains: number): Edit =>
  (amount, grain) =>
    amount + grains * grain;

function editedTime(text: string, edit: Edit): string | undefined {
  const length: Length = parseDuration(text);
  if ('businessDays' in length) {
    const days = Math.floor(edit(length.businessDays, 1));
    return days < 1 || days === length.businessDays
      ? undefined
      : `${days} business day${days === 1 ? '' : 's'}`;
  }
  const seconds = Math.floor(edit(length.seconds, grainOf(length.seconds)));
  return seconds < 1 || seconds === length.seconds ? undefined : inOneUnit(seconds);
}

const MINUTE = 60;

/** Procedures count in minutes; what is shorter, in seconds. */
const grainOf = (seconds: number): number => (seconds >= MINUTE && seconds % MINUTE === 0 ? MINUTE : 1);

/** The schemas know one unit a time. */
function inOneUnit(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3600],
    ['m', MINUTE],
  ] as const;
  const whole = units.find(([, length]) => seconds % length === 0);
  return whole ? `${seconds / whole[1]}${whole[0]}` : `${seconds}s`;
}
