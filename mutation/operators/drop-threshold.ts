import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropThreshold: Operator = {
  id: 'drop-threshold',
  summary: 'A monitor is silent at one level.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'thresholds.*')),
};
