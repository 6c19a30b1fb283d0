import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropCause: Operator = {
  id: 'drop-cause',
  summary: 'A possible cause is forgotten.',
  apply: (subject) => dropEach(under(subject, 'causes.values.*')),
};
