import type { Operator } from './operator.ts';
import { titled } from './select.ts';

export const shrinkCondition: Operator = {
  id: 'shrink-condition',
  summary: 'One of several things that must hold is not asked for.',
  apply: (subject) => {
    const parts = titled(subject, 'Condition').flatMap(({ path, value }) =>
      Object.entries(value as object).flatMap(([key, part]) =>
        Array.isArray(part) && part.length > 1 ? part.map((_, index) => [...path, key, index]) : [],
      ),
    );
    return parts.map((path) => [{ op: 'drop', path }]);
  },
};
