import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropNotification: Operator = {
  id: 'drop-notification',
  summary: 'A step or an action tells one audience fewer.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'notifies.*')),
};
