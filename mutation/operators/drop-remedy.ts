import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropRemedy: Operator = {
  id: 'drop-remedy',
  summary: 'A step that a cause enables is forgotten.',
  apply: (subject) => dropEach(under(subject, 'causes.values.*.then.*')),
};
