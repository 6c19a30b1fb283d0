import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropRaise: Operator = {
  id: 'drop-raise',
  summary: 'A severity that should rise stays.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'raise.*', 'raises')),
};
