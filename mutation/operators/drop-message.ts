import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropMessage: Operator = {
  id: 'drop-message',
  summary: 'An audience is told nothing.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'messages.*')),
};
