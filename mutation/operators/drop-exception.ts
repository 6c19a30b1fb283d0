import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropException: Operator = {
  id: 'drop-exception',
  summary: 'Something that would stand in the way no longer does.',
  apply: (subject) => dropEach(under(subject, 'resolved.unless.*')),
};
