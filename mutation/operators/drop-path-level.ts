import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropPathLevel: Operator = {
  id: 'drop-path-level',
  summary: 'A page moves on past somebody.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'paths.*.levels.*')),
};
