import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropCadence: Operator = {
  id: 'drop-cadence',
  summary: 'Nobody is told how it goes at one level.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'cadence.every.*')),
};
