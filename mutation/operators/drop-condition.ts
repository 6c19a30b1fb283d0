import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { titled } from './select.ts';

export const dropCondition: Operator = {
  id: 'drop-condition',
  summary: 'Something is done whatever the circumstances.',
  apply: (subject) => dropEach(titled(subject, 'Condition')),
};
