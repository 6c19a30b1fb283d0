import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropAuthority: Operator = {
  id: 'drop-authority',
  summary: 'Something is done without asking anybody.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'steps.*.authority', 'messages.*.authority')),
};
