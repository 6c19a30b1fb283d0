import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const swapPathLevels: Operator = {
  id: 'swap-path-levels',
  summary: 'Two people of an escalation path change places.',
  apply: (subject) =>
    under(subject, 'paths.*.levels').flatMap(({ path, value }) =>
      (value as readonly unknown[]).slice(1).map((_, index) => [{ op: 'swap', path: [...path, index] }]),
    ),
};
