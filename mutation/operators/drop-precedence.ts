import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropPrecedence: Operator = {
  id: 'drop-precedence',
  summary: 'A message no longer waits for what must come before it.',
  apply: (subject) => dropEach(under(subject, 'messages.*.after', 'never_before')),
};
