import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropReview: Operator = {
  id: 'drop-review',
  summary: 'Nobody reads a message before it leaves.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'reviewed_by', 'decided_by')),
};
