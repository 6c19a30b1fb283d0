import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const flipChoice: Operator = {
  id: 'flip-choice',
  summary: 'Of two ways to go on, the other is taken.',
  apply: (subject) =>
    under(subject, 'hand_back', 'diagnosis', 'unconfirmed', 'starts').flatMap(({ path, value, shape }) => {
      const other = shape.enum?.find((each) => each !== value);
      return typeof other === 'string' ? [[{ op: 'set', path, to: other }]] : [];
    }),
};
