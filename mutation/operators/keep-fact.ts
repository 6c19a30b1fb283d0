import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const keepFact: Operator = {
  id: 'keep-fact',
  summary: 'What stops being true is forgotten.',
  apply: (subject) => dropEach(under(subject, 'clears.*', 'gives_back.*')),
};
