import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropApproval: Operator = {
  id: 'drop-approval',
  summary: 'One approval fewer is asked for.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'approvals.*')),
};
