import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropTakeover: Operator = {
  id: 'drop-takeover',
  summary: 'Nobody takes command when the commander is silent.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'takeover')),
};
