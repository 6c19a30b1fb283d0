import type { Operator } from './operator.ts';
import { eachTime, shifted } from './times.ts';

export const laterByAGrain: Operator = {
  id: 'later-by-a-grain',
  summary: 'A time is one grain longer.',
  apply: (subject) => eachTime(subject, shifted(1)),
};
