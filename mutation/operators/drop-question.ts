import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropQuestion: Operator = {
  id: 'drop-question',
  summary: 'A question of the triage is forgotten.',
  apply: (subject) => dropEach(under(subject, 'triage.*')),
};
