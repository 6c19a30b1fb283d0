import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropTimeout: Operator = {
  id: 'drop-timeout',
  summary: 'A page waits for an answer for ever.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'levels.*.timeout')),
};
