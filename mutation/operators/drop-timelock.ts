import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropTimelock: Operator = {
  id: 'drop-timelock',
  summary: 'Nobody has time to object.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'timelock', 'timelock.cancel')),
};
