import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const loopOff: Operator = {
  id: 'loop-off',
  summary: 'A page that nobody answers is not repeated.',
  safety: true,
  apply: (subject) =>
    under(subject, 'paths.*.loop').flatMap(({ path, value }) =>
      value === 'until-acknowledged' ? [[{ op: 'set', path, to: 'never' }]] : [],
    ),
};
