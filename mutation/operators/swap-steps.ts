import type { Phase } from '../../model/generated/types.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const swapSteps: Operator = {
  id: 'swap-steps',
  summary: 'Two steps that follow each other change places.',
  apply: (subject) =>
    under(subject, 'phases.*').flatMap(({ path, value }) => {
      const { order, steps } = value as Phase;
      if (order !== 'sequence') return [];
      return steps.slice(1).map((_, index) => [{ op: 'swap', path: [...path, 'steps', index] }]);
    }),
};
