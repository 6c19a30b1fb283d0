import type { Operator } from './operator.ts';
import { eachTime, shifted } from './times.ts';

export const earlierByAGrain: Operator = {
  id: 'earlier-by-a-grain',
  summary: 'A time is one grain shorter.',
  apply: (subject) => eachTime(subject, shifted(-1)),
};
