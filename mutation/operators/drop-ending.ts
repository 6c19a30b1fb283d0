import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropEnding: Operator = {
  id: 'drop-ending',
  summary: 'Where a step or an outcome leads is forgotten.',
  apply: (subject) => dropEach(under(subject, 'goto', 'jump', 'ends', 'opens', 'opens.*')),
};
