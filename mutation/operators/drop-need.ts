import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropNeed: Operator = {
  id: 'drop-need',
  summary: 'A step is believed to need nothing that an outage can take.',
  apply: (subject) => dropEach(under(subject, 'needs.*')),
};
