import type { Step } from '../../model/generated/types.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const repeatStep: Operator = {
  id: 'repeat-step',
  summary: 'A step stands there twice.',
  apply: (subject) =>
    under(subject, 'phases.*.steps.*').map(({ path, value }) => [
      { op: 'repeat', path, id: `${(value as Step).id}-again` },
    ]),
};
