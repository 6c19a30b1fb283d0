import type { Phase } from '../../model/generated/types.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const loosenOrder: Operator = {
  id: 'loosen-order',
  summary: 'Steps that follow each other may be done in any order.',
  apply: (subject) =>
    under(subject, 'phases.*').flatMap(({ path, value }) => {
      const { order, steps } = value as Phase;
      return order === 'sequence' && steps.length > 1
        ? [[{ op: 'set', path: [...path, 'order'], to: 'any' }]]
        : [];
    }),
};
