import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropMilestone: Operator = {
  id: 'drop-milestone',
  summary: 'A piece of the work after an incident is forgotten.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'milestones.*')),
};
