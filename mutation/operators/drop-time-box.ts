import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropTimeBox: Operator = {
  id: 'drop-time-box',
  summary: 'The search for a cause has no end.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'causes.unknown')),
};
