import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropBackup: Operator = {
  id: 'drop-backup',
  summary: 'Nobody stands behind the holder of a role.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'contacts.*.backup')),
};
