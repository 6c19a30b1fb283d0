import type { Operator } from './operator.ts';
import { eachTime, scaled } from './times.ts';

export const lengthenTime: Operator = {
  id: 'lengthen-time',
  summary: 'A time is twice as long.',
  apply: (subject) => eachTime(subject, scaled(2)),
};
