import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropLoss: Operator = {
  id: 'drop-loss',
  summary: 'That a step destroys evidence, or takes something away, is forgotten.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'destroys.*', 'takes_away.*')),
};
