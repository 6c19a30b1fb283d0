import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const acceptUnwritten: Operator = {
  id: 'accept-unwritten',
  summary: 'A word is enough where it had to be written.',
  safety: true,
  apply: (subject) =>
    under(subject, 'approvals.*.form').flatMap(({ path, value }) =>
      value === 'written' ? [[{ op: 'set', path, to: 'any' }]] : [],
    ),
};
