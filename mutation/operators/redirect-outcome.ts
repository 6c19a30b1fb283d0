import type { Step } from '../../model/generated/types.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const redirectOutcome: Operator = {
  id: 'redirect-outcome',
  summary: 'An outcome leads to another step.',
  apply: (subject) => {
    const steps = under(subject, 'phases.*.steps.*').map(({ value }) => (value as Step).id);
    return under(subject, 'outcomes.*.goto').map(({ path, value }) => [
      { op: 'set', path, to: steps[(steps.indexOf(String(value)) + 1) % steps.length] as string },
    ]);
  },
};
