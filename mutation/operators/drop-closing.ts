import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropClosing: Operator = {
  id: 'drop-closing',
  summary: 'Nobody ends the incident.',
  apply: (subject) => dropEach(under(subject, 'close')),
};
