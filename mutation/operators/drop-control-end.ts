import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropControlEnd: Operator = {
  id: 'drop-control-end',
  summary: 'An automatic control never ends.',
  apply: (subject) => dropEach(under(subject, 'controls.*.ends')),
};
