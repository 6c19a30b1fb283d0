import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropStep: Operator = {
  id: 'drop-step',
  summary: 'A step is forgotten.',
  apply: (subject) => dropEach(under(subject, 'phases.*.steps.*')),
};
