import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropRequirement: Operator = {
  id: 'drop-requirement',
  summary: 'A step or an action no longer waits for something.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'requires.*', 'resolved.when.*', 'authorities.*.after.*')),
};
