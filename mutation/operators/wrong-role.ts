import type { Operator } from './operator.ts';
import { otherRole } from './other-role.ts';
import { titled } from './select.ts';

export const wrongRole: Operator = {
  id: 'wrong-role',
  summary: 'The wrong role does it.',
  apply: (subject) =>
    titled(subject, 'RoleRef').flatMap(({ path, value }) => {
      const other = otherRole(subject.book, String(value));
      return other === undefined ? [] : [[{ op: 'set', path, to: other }]];
    }),
};
