import type { Operator } from './operator.ts';
import { titled } from './select.ts';

export const excuseAtClose: Operator = {
  id: 'excuse-at-close',
  summary: 'What closing must wait for, or what must outlive it, is let go.',
  safety: true,
  apply: (subject) =>
    titled(subject, 'AtClose').flatMap(({ path, value }) =>
      value === 'excused' ? [] : [[{ op: 'set', path, to: 'excused' }]],
    ),
};
