import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { titled, under } from './select.ts';

export const dropDeadline: Operator = {
  id: 'drop-deadline',
  summary: 'A deadline is struck.',
  safety: true,
  apply: (subject) =>
    dropEach([...titled(subject, 'PromiseBound'), ...under(subject, 'ack_within', 'approvals.*.or')]),
};
