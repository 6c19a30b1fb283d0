import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropControl: Operator = {
  id: 'drop-control',
  summary: 'An automatic control is switched off.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'controls.*')),
};
