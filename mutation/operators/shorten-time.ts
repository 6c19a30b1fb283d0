import type { Operator } from './operator.ts';
import { eachTime, scaled } from './times.ts';

export const shortenTime: Operator = {
  id: 'shorten-time',
  summary: 'A time is half as long.',
  apply: (subject) => eachTime(subject, scaled(0.5)),
};
