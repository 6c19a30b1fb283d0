import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropOutcome: Operator = {
  id: 'drop-outcome',
  summary: 'A way in which a step may end is forgotten.',
  apply: (subject) => dropEach(under(subject, 'outcomes.*')),
};
