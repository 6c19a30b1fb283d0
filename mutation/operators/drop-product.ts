import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropProduct: Operator = {
  id: 'drop-product',
  summary: 'What a step, a monitor or a control brings about is forgotten.',
  apply: (subject) => dropEach(under(subject, 'produces.*', 'gives.*', 'sets.*')),
};
