import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const samePersonTwice: Operator = {
  id: 'same-person-twice',
  summary: 'One person may give several approvals.',
  safety: true,
  apply: (subject) =>
    under(subject, 'authorities.*.distinct_people').flatMap(({ path, value }) =>
      value === true ? [[{ op: 'set', path, to: false }]] : [],
    ),
};
