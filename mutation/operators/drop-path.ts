import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropPath: Operator = {
  id: 'drop-path',
  summary: 'A page has nobody behind it.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'paths.*')),
};
