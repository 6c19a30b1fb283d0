import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropOverride: Operator = {
  id: 'drop-override',
  summary: 'The way round a timelock is forgotten.',
  apply: (subject) => dropEach(under(subject, 'timelock.override')),
};
